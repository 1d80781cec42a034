package dev.mailcheck.cli;

import dev.mailcheck.dkim.SignatureCrypto;
import dev.mailcheck.grade.Grade;
import dev.mailcheck.render.Format;
import dev.mailcheck.run.MailAnalysis;
import dev.mailcheck.run.SharedDoors;
import dev.mailcheck.run.Surroundings;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code mailcheck mail --batch FILE}: many mails, a line of JSON in, a line of JSON out. */
final class BatchCommand {
    private static final String STANDARD_INPUT = "-";

    private final Environment environment;
    private final Settings settings;
    private final MailOptions options;

    BatchCommand(Environment environment, Settings settings, MailOptions options) {
        this.environment = environment;
        this.settings = settings;
        this.options = options;
    }

    int run(Arguments arguments) throws UsageException {
        refuseWhatDoesNotGo(arguments);
        String file = arguments.value(Option.BATCH).orElseThrow();
        try (InputStream in = open(file)) {
            Path folder = Path.of(file.equals(STANDARD_INPUT) ? "x" : file).toAbsolutePath();
            return run(in, folder.resolveSibling(""));
        } catch (IOException unreadable) {
            throw new UsageException("--batch: cannot read " + Values.shown(file));
        }
    }

    private static void refuseWhatDoesNotGo(Arguments arguments) throws UsageException {
        if (!arguments.positional().isEmpty()) {
            throw new UsageException(
                    "--batch names its mails in its own file; leave "
                            + Values.shown(arguments.positional().getFirst())
                            + " out");
        }
        for (Option single : List.of(Option.RECORD, Option.REPLAY)) {
            if (arguments.has(single)) {
                throw new UsageException(single.word() + " takes one mail, and --batch many");
            }
        }
        boolean otherForm =
                arguments
                        .value(Option.FORMAT)
                        .filter(word -> !word.equals(Format.JSON.word()))
                        .isPresent();
        if (otherForm && !arguments.has(Option.JSON)) {
            throw new UsageException("--batch writes JSON lines; leave --format out");
        }
    }

    private InputStream open(String file) throws UsageException {
        if (file.equals(STANDARD_INPUT)) {
            return environment.in();
        }
        try {
            if (!Files.isRegularFile(Path.of(file)) && Files.isDirectory(Path.of(file))) {
                throw new UsageException("--batch: " + Values.shown(file) + " is a folder");
            }
            return Files.newInputStream(Path.of(file));
        } catch (IOException missing) {
            throw new UsageException("--batch: cannot read " + Values.shown(file));
        }
    }

    private int run(InputStream in, Path folder) throws UsageException, IOException {
        Surroundings surroundings = Places.thisHost(environment, settings);
        Set<Grade> grades = EnumSet.noneOf(Grade.class);
        try (SharedDoors shared = SharedDoors.open(surroundings);
                PrintStream out = output()) {
            MailAnalysis analysis =
                    new MailAnalysis(
                            surroundings,
                            shared,
                            SignatureCrypto.forManyMails(),
                            settings.dns().with(),
                            settings.timeout(),
                            options.full());
            BatchWork work = new BatchWork(environment, settings, analysis, options, folder);
            BatchRun run = new BatchRun(work, out);
            BatchRun.Sums sums = run.all(new BatchLines(in));
            grades.addAll(sums.grades());
            if (sums.unreadable() > 0) {
                environment
                        .err()
                        .println(
                                "mailcheck: "
                                        + sums.unreadable()
                                        + " of "
                                        + sums.lines()
                                        + " lines could not be read; they have an \"error\"");
            }
            if (sums.lines() > 0 && sums.lines() == sums.unreadable()) {
                return ExitCode.USAGE;
            }
        }
        return ExitCode.of(new ArrayList<>(grades), settings.failOn());
    }

    /** Standard output stays open for others. */
    private PrintStream output() throws UsageException {
        if (settings.output().file().isEmpty()) {
            return new PrintStream(environment.out(), false, StandardCharsets.UTF_8) {
                @Override
                public void close() {
                    flush();
                }
            };
        }
        Path file = settings.output().file().get();
        try {
            return new PrintStream(
                    new BufferedOutputStream(Files.newOutputStream(file)),
                    false,
                    StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UsageException("--output: cannot write " + Values.shown(file.toString()));
        }
    }
}
