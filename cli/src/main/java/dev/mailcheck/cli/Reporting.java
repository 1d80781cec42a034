package dev.mailcheck.cli;

import dev.mailcheck.cli.Settings.Output;
import dev.mailcheck.probe.Seen;
import dev.mailcheck.render.TextStyle;
import dev.mailcheck.report.Report;
import dev.mailcheck.report.ReportAssembly;
import dev.mailcheck.report.Words;
import dev.mailcheck.run.CheckRunner;
import dev.mailcheck.run.Recording;

import io.avaje.jsonb.Jsonb;

import java.time.Instant;
import java.util.List;

/** From what was seen to the report on the screen or in a file, and the exit code. */
final class Reporting {
    private final Environment environment;
    private final Settings settings;
    private final Words words;

    Reporting(Environment environment, Settings settings) {
        this.environment = environment;
        this.settings = settings;
        this.words = new Words(settings.output().language());
    }

    Report report(Seen seen, Instant at) {
        return new ReportAssembly(words, environment.random(), Jsonb.instance())
                .of(seen, CheckRunner.judge(seen, at), at);
    }

    /** Writes what was seen, if the user wants it. */
    void record(Seen seen, Instant at) throws UsageException {
        if (settings.record().isPresent()) {
            String recording = Recording.of(seen, at).toJson(Jsonb.instance());
            OutputFile.write(Option.RECORD.word(), settings.record().get(), recording);
        }
    }

    int show(List<Report> reports) throws UsageException {
        Output output = settings.output();
        boolean colour = output.file().isEmpty() && environment.colour();
        String text =
                output.format()
                        .renderer(words, Jsonb.instance(), new TextStyle(colour, output.verbose()))
                        .render(reports);
        if (output.file().isPresent()) {
            OutputFile.write(Option.OUTPUT.word(), output.file().get(), text);
        } else {
            environment.out().print(text);
        }
        return ExitCode.of(reports.stream().map(Report::grade).toList(), settings.failOn());
    }
}
