/*
 * Copyright 2026-present the Kindling authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package dev.kindling.corpus.data.transactionevents;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

@Component
class Protocol {

	private final List<String> entries = new ArrayList<>();

	@EventListener
	void atOnce(Registered event) {
		note("at once");
	}

	@TransactionalEventListener
	void committed(Registered event) {
		note("committed " + event.name());
	}

	@TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
	void rolledBack(Registered event) {
		note("rolled back");
	}

	void note(String entry) {
		this.entries.add(entry);
	}

	List<String> take() {
		List<String> taken = List.copyOf(this.entries);
		this.entries.clear();
		return taken;
	}

}
