package dev.mailcheck.cli;

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
    private final Environment environment;
    private final Settings settings;

    Replay(Environment environment, Settings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    int run() throws UsageException {
        Recording recording = read(settings.replay().orElseThrow());
        Reporting reporting = new Reporting(environment, settings);
        return reporting.show(
                List.of(reporting.report(recording.seen(), settings.at().orElse(recording.at()))));
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
