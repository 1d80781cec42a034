import com.google.googlejavaformat.java.GoogleJavaFormatToolProvider;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs google-java-format (AOSP style) over every Java file below the given folders, in one JVM.
 *
 * <p>{@code write FOLDER...} formats in place; {@code check FOLDER...} changes nothing, names the
 * files that are not formatted and ends with 1 if there are any. Folders that do not exist are
 * passed over, build output and hidden folders too.
 */
public final class FormatSources {

    public static void main(String[] args) throws IOException {
        boolean check = args[0].equals("check");
        List<String> files = new ArrayList<>();
        for (String folder : List.of(args).subList(1, args.length)) {
            collectSources(Path.of(folder), files);
        }
        if (!files.isEmpty()) {
            System.exit(format(check, files));
        }
    }

    private static int format(boolean check, List<String> files) {
        List<String> command = new ArrayList<>(List.of("--aosp"));
        command.addAll(
                check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
        command.addAll(files);
        StringWriter names = new StringWriter();
        PrintWriter errors = new PrintWriter(System.err, true);
        int exit =
                new GoogleJavaFormatToolProvider()
                        .run(new PrintWriter(names, true), errors, command.toArray(String[]::new));
        if (check && exit != 0) {
            errors.println("Not formatted; `mvn -q -o -N -Pformat process-sources` formats:");
        }
        errors.print(names);
        errors.flush();
        return exit;
    }

    private static void collectSources(Path folder, List<String> files) throws IOException {
        if (Files.isDirectory(folder)) {
            Files.walkFileTree(folder, new JavaFiles(folder, files));
        }
    }

    private static final class JavaFiles extends SimpleFileVisitor<Path> {
        private final Path top;
        private final List<String> files;

        JavaFiles(Path top, List<String> files) {
            this.top = top;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean foreign = name.equals("target") || name.startsWith(".");
            return foreign && !folder.equals(top)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
                files.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
