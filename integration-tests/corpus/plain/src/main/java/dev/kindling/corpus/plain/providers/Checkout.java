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

package dev.kindling.corpus.plain.providers;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

@Component
class Checkout {

	private final Payment usual;

	private final Payment small;

	private final List<Payment> inOrder;

	private final Map<String, Payment> byName;

	private final ObjectProvider<Insurance> insurance;

	private final ObjectProvider<Runnable> nothing;

	private final Optional<Thread> noThread;

	@Autowired(required = false)
	private @Nullable Process noProcess;

	Checkout(Payment usual, @Qualifier("small") Payment small, List<Payment> inOrder, Map<String, Payment> byName,
			ObjectProvider<Insurance> insurance, @Qualifier("nothing") ObjectProvider<Runnable> nothing,
			Optional<Thread> noThread) {
		this.usual = usual;
		this.small = small;
		this.inOrder = inOrder;
		this.byName = byName;
		this.insurance = insurance;
		this.nothing = nothing;
		this.noThread = noThread;
	}

	String describe() {
		int before = Insurance.created;
		return this.usual.name() + " " + this.small.name() + " " + this.inOrder.stream().map(Payment::name).toList()
				+ " " + this.byName.keySet().stream().sorted().toList() + " " + before + " "
				+ this.insurance.getObject().name() + " " + this.nothing.getIfAvailable() + " " + this.noThread + " "
				+ this.noProcess;
	}

}
