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

package dev.kindling.corpus.plain.events;

import java.util.ArrayList;
import java.util.List;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

@Component
class Journal implements ApplicationListener<Shipped> {

	private final List<String> entries = new ArrayList<>();

	@EventListener
	@Order(2)
	void ordered(dev.kindling.corpus.plain.events.Order order) {
		this.entries.add("ordered " + order.item());
	}

	@EventListener(condition = "#order.quantity > 10")
	@Order(1)
	Reminder muchOrdered(dev.kindling.corpus.plain.events.Order order) {
		this.entries.add("much " + order.item());
		return new Reminder(order.item());
	}

	@EventListener
	void reminded(Reminder reminder) {
		this.entries.add("reminded of " + reminder.item());
	}

	@EventListener
	void opened(Envelope<String> envelope) {
		this.entries.add("text in envelope");
	}

	@EventListener
	void counted(Envelope<Integer> envelope) {
		this.entries.add("number in envelope");
	}

	@EventListener(ContextRefreshedEvent.class)
	void refreshed() {
		this.entries.add("refreshed");
	}

	@Override
	public void onApplicationEvent(Shipped event) {
		this.entries.add("shipped " + event.item());
	}

	List<String> take() {
		List<String> taken = List.copyOf(this.entries);
		this.entries.clear();
		return taken;
	}

	record Reminder(String item) {
	}

}
