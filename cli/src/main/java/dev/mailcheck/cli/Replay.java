package dev.mailcheck.cli;

import dev.mailcheck.dns.Domain;
import dev.mailcheck.run.Recording;
import dev.mailcheck.run.RecordingFile;

import io.avaje.jsonb.Jsonb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code --replay FILE}: judges again what {@code --record} wrote, without network. */
final class Replay {
    /** What an observer would be asked to do otherwise; nobody observes here. */
    private static final List<Option> WITHOUT_EFFECT =
            List.of(Option.ZONE, Option.WITH, Option.RECORD);

    private final Environment environment;
    private final Settings settings;

    Replay(Environment environment, Settings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    /** The domain may be named again, as when it was recorded, but it must be that of the file. */
    int run(Arguments arguments) throws UsageException {
        Recording recording = read(settings.replay().orElseThrow());
        refuseOthers(arguments.positional(), recording.seen().target().name());
        WITHOUT_EFFECT.stream().filter(arguments::has).forEach(this::tell);
        Reporting reporting = new Reporting(environment, settings);
        return reporting.show(
                List.of(reporting.report(recording.seen(), settings.at().orElse(recording.at()))));
    }

    private static void refuseOthers(List<String> typed, String recorded) throws UsageException {
        for (Domain domain : DomainArguments.read(typed).domains()) {
            if (!domain.name().equals(recorded)) {
                throw new UsageException(
                        "--replay: the file is of "
                                + Values.shown(recorded)
                                + ", not of "
                                + Values.shown(domain.name()));
            }
        }
    }

    private void tell(Option option) {
        environment
                .err()
                .println(
                        "mailcheck: "
                                + option.word()
                                + " has no effect with --replay, which judges what the file holds");
    }

    private Recording read(String file) throws UsageException {
        try (InputStream in =
                file.equals("-") ? environment.in() : Files.newInputStream(Path.of(file))) {
            return switch (RecordingFile.read(in, Jsonb.instance())) {
                case RecordingFile.Intact intact -> intact.recording();
                case RecordingFile.Unreadable damaged ->
                        throw new UsageException(
                                "--replay: " + Values.shown(file) + ": " + damaged.why());
            };
        } catch (IOException unreadable) {
            throw new UsageException("--replay: cannot read " + Values.shown(file));
        }
    }
}
