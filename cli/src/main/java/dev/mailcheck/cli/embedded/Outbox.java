package dev.mailcheck.cli.embedded;

import dev.mailcheck.answer.OutgoingMail;
import dev.mailcheck.store.Claims;
import dev.mailcheck.store.StoreException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Answers on their way, a file for each run: they outlive the process. Before the other side can
 * have a mail, that is noted, so that nobody who comes later sends it again. What dies between that
 * note and the word of the other side leaves a mail of which nobody knows whether it arrived.
 */
public final class Outbox {
    private static final String ENDING = ".mail";
    private static final Duration REMEMBERED = Duration.ofDays(31);

    private final Path folder;
    private final Claims claims;
    private final Clock clock;

    /** What is noted of a mail; nothing is noted of one that was never tried. */
    private enum Note {
        WAITS,
        GOES_OUT,
        DONE
    }

    /**
     * A mail that waits, of which there may be many and large.
     *
     * @param since when it was put in
     */
    record Waiting(String run, Instant since) {}

    public Outbox(Path folder, Claims claims, Clock clock) {
        this.folder = folder;
        this.claims = claims;
        this.clock = clock;
    }

    /** Puts it in; when this returns it is on the disk. */
    public void put(OutgoingMail mail) {
        if (mayHaveGoneOut(mail.run())) {
            return;
        }
        byte[] to = (mail.to() + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] content = Arrays.copyOf(to, to.length + mail.content().length);
        System.arraycopy(mail.content(), 0, content, to.length, mail.content().length);
        try {
            Files.createDirectories(folder);
            WholeFile.write(file(mail.run()), content);
        } catch (IOException failed) {
            throw new StoreException("an answer cannot be written", failed);
        }
    }

    /** All that wait, the oldest first. */
    List<Waiting> waiting() throws IOException {
        List<Waiting> waiting = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                for (Path file : files) {
                    String name = file.getFileName().toString();
                    waiting.add(
                            new Waiting(
                                    name.substring(0, name.length() - ENDING.length()),
                                    Files.getLastModifiedTime(file).toInstant()));
                }
            }
        }
        waiting.sort(Comparator.comparing(Waiting::since));
        return waiting;
    }

    /** What was put in for this run. */
    OutgoingMail mail(String run) throws IOException {
        byte[] content = Files.readAllBytes(file(run));
        int line = 0;
        while (content[line] != '\n') {
            line++;
        }
        String to = new String(content, 0, line, StandardCharsets.UTF_8);
        return new OutgoingMail(run, to, Arrays.copyOfRange(content, line + 1, content.length));
    }

    /** Whether the other side may have it, or it was given up. */
    boolean mayHaveGoneOut(String run) {
        return noted(run).filter(note -> !note.equals(Note.WAITS.name())).isPresent();
    }

    /** Whether there is nothing more to do for it. */
    boolean isDone(String run) {
        return noted(run).filter(Note.DONE.name()::equals).isPresent();
    }

    private Optional<String> noted(String run) {
        return claims.holder(sent(run));
    }

    /** Notes that the other side may have it from now on. */
    void goesOut(String run) {
        note(run, Note.GOES_OUT);
    }

    /** Notes that the other side did not take it, and may later. */
    void waits(String run) {
        note(run, Note.WAITS);
    }

    /** Notes that it was handed over, or given up, and takes it out. */
    void done(String run) throws IOException {
        note(run, Note.DONE);
        Files.deleteIfExists(file(run));
    }

    private void note(String run, Note note) {
        claims.replace(sent(run), note.name(), clock.instant().plus(REMEMBERED));
    }

    private Path file(String run) {
        if (!run.matches("[A-Za-z0-9-]{1,64}")) {
            throw new IllegalArgumentException("not the key of a run");
        }
        return folder.resolve(run + ENDING);
    }

    private static String sent(String run) {
        return "answer-sent/" + run;
    }
}
