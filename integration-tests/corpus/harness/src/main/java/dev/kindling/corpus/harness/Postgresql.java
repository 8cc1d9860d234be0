package dev.kindling.corpus.harness;
import java.util.Map;
final class Postgresql implements Service {
	static boolean isInstalled() { return false; }
	@Override public Map<String, String> environment() { return Map.of(); }
	@Override public void close() { }
}
