package dev.mailcheck.functions;

import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.functions.store.S3Mails;
import dev.mailcheck.http.Routes;
import dev.mailcheck.http.Service;
import dev.mailcheck.service.CheckDesk;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.Quotas;
import dev.mailcheck.store.Stores;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Puts the service together for a function behind the API, by the template's variables. */
final class HttpService {
    static final String OPEN = "MAILCHECK_OPEN";
    private static final String BASE = "MAILCHECK_BASE_URL";
    private static final String DAYS = "MAILCHECK_RETENTION_DAYS";

    private HttpService() {}

    /**
     * The work of a function of this process.
     *
     * @param starter of runs, as far as this function may start any
     */
    static HttpWork work(CheckStarter starter) {
        Map<String, String> environment = System.getenv();
        Stage.planRun((stage, run) -> HttpRehearsal.on(stage, run, environment));
        return work(AwsStores.ofThisProcess(), starter, environment, LogLines.toStandardOutput());
    }

    static HttpWork work(
            Stores stores, CheckStarter starter, Map<String, String> environment, LogLines log) {
        return new HttpWork(
                new Routes(service(stores, starter, environment, log)), base(environment));
    }

    static Service service(
            Stores stores, CheckStarter starter, Map<String, String> environment, LogLines log) {
        Clock clock = Clock.systemUTC();
        RandomGenerator random = new SecureRandom();
        Periods periods = periods(environment);
        return new Service(
                stores,
                new CheckDesk(stores, starter, periods, clock, random),
                mails(stores, starter, environment, clock),
                new Quotas(stores.counters(), stores.claims(), Quotas.Limits.DEFAULT, clock),
                periods,
                Boolean.parseBoolean(environment.getOrDefault(OPEN, "false")),
                List.of(),
                clock,
                random,
                JsonWire.jsonb(),
                fault -> log.event("ERROR", fault.getClass().getSimpleName()));
    }

    /** Gives addresses away, and never reads a mail. */
    static Optional<MailDesk> mails(
            Stores stores, CheckStarter starter, Map<String, String> environment, Clock clock) {
        return environment.getOrDefault("MAILCHECK_MAIL_DOMAIN", "").isEmpty()
                ? Optional.empty()
                : MailParts.desk(stores, S3Mails.ofThisProcess(), starter, environment, clock);
    }

    static Periods periods(Map<String, String> environment) {
        long days = Long.parseLong(environment.getOrDefault(DAYS, "30"));
        return new Periods(Periods.DEFAULT.reuse(), Duration.ofDays(days));
    }

    static Optional<URI> base(Map<String, String> environment) {
        return Optional.of(environment.getOrDefault(BASE, ""))
                .filter(text -> !text.isEmpty())
                .map(URI::create);
    }
}
