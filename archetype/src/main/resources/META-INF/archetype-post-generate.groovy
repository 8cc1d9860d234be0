import java.nio.file.Files
import java.nio.file.Path

Path project = Path.of(request.outputDirectory, request.artifactId)

// the archetype plugin looks at a property's pattern only where it asks for the property
List<String> kinds = ['http', 'sqs']
String kind = request.properties.getProperty('kind')
if (!(kind in kinds)) {
	throw new IllegalArgumentException("-Dkind is ${kinds.join(' or ')}, not '${kind}'. "
			+ "What is in ${project} is no project: delete it, and generate once more.")
}

// of the folders that the kinds differ in, the chosen one becomes the project's
Path chosen = project.resolve(kind)
Files.walk(chosen).filter { Files.isRegularFile(it) }.toList().each { file ->
	Path target = project.resolve(chosen.relativize(file).toString())
	Files.createDirectories(target.parent)
	Files.move(file, target)
}
kinds.each { project.resolve(it).toFile().deleteDir() }

// an executable is for the processor that it is built on
String architecture = System.getProperty('os.arch') == 'aarch64' ? 'arm64' : 'x86_64'
['Makefile', 'samconfig.toml', 'template.yaml'].each { name ->
	Path file = project.resolve(name)
	Files.writeString(file, Files.readString(file).replace('@ARCHITECTURE@', architecture))
}
