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

package dev.kindling.corpus.harness;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Processes applications ahead of time, as the Maven plugin does, and compiles what is
 * generated. Runs in a process of its own, each application in a class loader of its own,
 * as a class that was generated once isn't generated again.
 */
public final class AotDriver {

	/**
	 * Begins the line before the output of an application.
	 */
	static final String BEGINS = "-----> ";

	private AotDriver() {
	}

	/**
	 * Processes applications.
	 * @param args of each the class with the main method, the folder for what is
	 * generated, and the class path
	 */
	public static void main(String[] args) throws Exception {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			for (int i = 0; i < args.length; i += 3) {
				System.out.println(BEGINS + args[i]);
				Path folder = Path.of(args[i + 1]);
				try {
					process(args[i], folder, args[i + 2]);
					compile(compiler, files, folder, args[i + 2]);
					Files.createFile(folder.resolve("done"));
				}
				catch (Throwable ex) {
					ex.printStackTrace(System.out);
				}
			}
		}
		System.exit(0);
	}

	private static void process(String application, Path folder, String classPath) throws Throwable {
		Path classes = Files.createDirectories(folder.resolve("classes"));
		Path sources = Files.createDirectories(folder.resolve("sources"));
		List<URL> urls = new ArrayList<>();
		for (Path element : elements(classPath)) {
			urls.add(element.toUri().toURL());
		}
		ClassLoader before = Thread.currentThread().getContextClassLoader();
		// Kindling searches the class path's files
		System.setProperty("java.class.path", classPath);
		try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new),
				ClassLoader.getPlatformClassLoader())) {
			Thread.currentThread().setContextClassLoader(loader);
			Method main = loader.loadClass("org.springframework.boot.SpringApplicationAotProcessor")
				.getMethod("main", String[].class);
			main.invoke(null, (Object) new String[] { application, sources.toString(), classes.toString(),
					classes.toString(), "dev.kindling.corpus", folder.getFileName().toString() });
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
		finally {
			Thread.currentThread().setContextClassLoader(before);
		}
	}

	private static List<Path> elements(String classPath) {
		return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
	}

	private static void compile(JavaCompiler compiler, StandardJavaFileManager files, Path folder, String libraries)
			throws Exception {
		List<Path> sources = new ArrayList<>();
		try (Stream<Path> found = Files.walk(folder.resolve("sources"))) {
			found.filter((file) -> file.toString().endsWith(".java")).forEach(sources::add);
		}
		Path classes = folder.resolve("classes");
		List<Path> classPath = new ArrayList<>(List.of(classes));
		classPath.addAll(elements(libraries));
		files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
		files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
		List<String> options = List.of("-proc:none", "-nowarn", "-Xlint:none", "-parameters");
		boolean done = compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
			.call();
		if (!done) {
			throw new IllegalStateException("The generated sources don't compile");
		}
	}

}
