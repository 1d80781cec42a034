package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.OutgoingMail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder in place of a mail server: for a first look, and for labs. */
public final class ReplyFolder implements ReplyRoad {
    private final Path folder;

    public ReplyFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Outcome handOver(OutgoingMail mail) throws IOException {
        Files.createDirectories(folder);
        WholeFile.write(folder.resolve(mail.run() + ".eml"), mail.content());
        return Outcome.HANDED_OVER;
    }
}
