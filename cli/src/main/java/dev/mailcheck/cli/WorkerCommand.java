package dev.mailcheck.cli;

import dev.mailcheck.cli.worker.SfnActivity;
import dev.mailcheck.cli.worker.SmtpWorker;
import dev.mailcheck.probe.CheckOptions;
import dev.mailcheck.probe.Port25;
import dev.mailcheck.run.Surroundings;
import dev.mailcheck.world.World;
import dev.mailcheck.world.sample.SampleWorld;

import io.avaje.jsonb.Jsonb;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** {@code mailcheck worker}: works the SMTP probes of an AWS installation, until it is ended. */
final class WorkerCommand {
    /** The options that say who probes; how is probed is the installation's. */
    static final List<Option> OPTIONS =
            List.of(
                    Option.RESOLVER,
                    Option.TRUST_ANCHOR,
                    Option.CA_FILE,
                    Option.AT,
                    Option.SMTP_PORT,
                    Option.EHLO,
                    Option.PROBE_DOMAIN,
                    Option.EGRESS_CONTROL,
                    Option.ALLOW_PRIVATE_TARGETS);

    /** So many domains at once; the seats at port 25 hold across them. */
    private static final int AT_ONCE = 4;

    /** Less than the state machine waits for an answer. */
    private static final Duration BUDGET = Duration.ofSeconds(60);

    private final Environment environment;

    WorkerCommand(Environment environment) {
        this.environment = environment;
    }

    int run(Arguments arguments) throws UsageException {
        String arn = arn(arguments);
        Settings settings = new SettingsReader(arguments, environment).read();
        if (!arguments.has(WorkerOption.DEMO)) {
            work(arn, Places.thisHost(environment, settings), settings.options());
            return ExitCode.OK;
        }
        Clock clock =
                settings.at()
                        .map(at -> Clock.fixed(at, ZoneOffset.UTC))
                        .orElse(environment.clock());
        try (World world = SampleWorld.open(clock)) {
            work(
                    arn,
                    Places.sampleWorld(environment, world),
                    DemoCommand.inWorld(settings.options()));
        }
        return ExitCode.OK;
    }

    private static String arn(Arguments arguments) throws UsageException {
        String option = WorkerOption.ACTIVITY.word();
        String arn =
                arguments
                        .value(WorkerOption.ACTIVITY)
                        .orElseThrow(() ->
                                new UsageException("which activity? " + option + " takes its ARN"));
        if (!arn.matches("arn:[a-z0-9-]+:states:[a-z0-9-]+:[0-9]{12}:activity:[A-Za-z0-9_-]+")) {
            throw Values.wrong(option, arn, "the ARN of an activity, arn:aws:states:…:activity:…");
        }
        return arn;
    }

    private void work(String arn, Surroundings surroundings, CheckOptions options) {
        Port25 seats = new Port25();
        try (SfnActivity activity = SfnActivity.of(arn);
                ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            Runtime.getRuntime().addShutdownHook(new Thread(workers::shutdownNow));
            for (int i = 0; i < AT_ONCE; i++) {
                workers.execute(
                        new SmtpWorker(
                                activity,
                                surroundings,
                                options,
                                BUDGET,
                                seats,
                                Jsonb.instance(),
                                this::tell));
            }
            environment.err().println("mailcheck: waiting for work; end it with Ctrl-C");
            workers.shutdown();
            workers.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(RuntimeException fault) {
        environment.err().println("mailcheck: " + Values.shown(String.valueOf(fault.getMessage())));
    }
}
