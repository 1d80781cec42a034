package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.OutgoingMail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A folder in place of a mail server: for a first look, and for labs. A second copy takes the place
 * of the first.
 */
public final class ReplyFolder implements ReplyRoad {
    private final Path folder;

    public ReplyFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public void handOver(OutgoingMail mail, Runnable goesOut) throws IOException {
        Files.createDirectories(folder);
        WholeFile.write(folder.resolve(mail.run() + ".eml"), mail.content());
    }
}
