package dev.mailcheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file whole or not at all: whoever reads it never sees half a report. */
final class OutputFile {
    /** Less what the user's umask takes away: the rights of any new file. */
    private static final String RIGHTS = "rw-rw-rw-";

    private OutputFile() {}

    static void write(String option, Path file, String text) throws UsageException {
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, text, StandardCharsets.UTF_8);
            } else {
                replace(Files.exists(file) ? file.toRealPath() : file, text);
            }
        } catch (IOException failed) {
            throw new UsageException(
                    option + ": cannot write " + Values.shown(file.toString()) + " (disk full?)");
        }
    }

    /** What was written beside it takes its place at once. */
    private static void replace(Path file, String text) throws IOException {
        Path part =
                Files.createTempFile(
                        file.getParent(), "." + file.getFileName(), ".part", rights(file));
        try {
            Files.writeString(part, text, StandardCharsets.UTF_8);
            Files.move(
                    part,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static FileAttribute<?>[] rights(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(RIGHTS))
                }
                : new FileAttribute<?>[0];
    }
}
