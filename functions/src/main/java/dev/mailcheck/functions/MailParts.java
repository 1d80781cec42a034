package dev.mailcheck.functions;

import dev.mailcheck.answer.AnswerRules;
import dev.mailcheck.answer.MailAddresses;
import dev.mailcheck.functions.store.AwsStores;
import dev.mailcheck.functions.store.S3Mails;
import dev.mailcheck.service.AnswerDesk;
import dev.mailcheck.service.CheckStarter;
import dev.mailcheck.service.MailDesk;
import dev.mailcheck.service.MailQuotas;
import dev.mailcheck.service.Periods;
import dev.mailcheck.service.SilenceCounts;
import dev.mailcheck.store.Mails;
import dev.mailcheck.store.Stores;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the mail door together, by the template's variables. */
record MailParts(Stores stores, MailDesk desk, AnswerDesk answers, MailQuotas quotas) {
    private static final String DOMAIN = "MAILCHECK_MAIL_DOMAIN";
    private static final String ONLY = "MAILCHECK_ANSWER_ONLY";

    /** While this item stands in the table, no mail is answered. */
    static final String SWITCH = "answers-off";

    /** Of a function that starts no runs. */
    static MailParts ofThisProcess() {
        return of(
                AwsStores.ofThisProcess(),
                S3Mails.ofThisProcess(),
                ExecutionStarter.none(),
                System.getenv(),
                Clock.systemUTC());
    }

    static MailParts of(
            Stores stores,
            Mails mails,
            CheckStarter starter,
            Map<String, String> environment,
            Clock clock) {
        MailDesk desk = desk(stores, mails, starter, environment, clock).orElseThrow();
        MailQuotas quotas = new MailQuotas(stores.counters(), stores.claims(), clock);
        AnswerDesk answers =
                new AnswerDesk(
                        desk,
                        stores,
                        new AnswerRules(
                                () -> stores.claims().holder(SWITCH).isPresent(),
                                only(environment)),
                        quotas,
                        new SilenceCounts(stores.counters(), clock),
                        () -> base(environment),
                        clock,
                        JsonWire.jsonb());
        return new MailParts(stores, desk, answers, quotas);
    }

    /** The desk; empty where this installation has no mail door. */
    static Optional<MailDesk> desk(
            Stores stores,
            Mails mails,
            CheckStarter starter,
            Map<String, String> environment,
            Clock clock) {
        Periods periods = HttpService.periods(environment);
        return Optional.of(environment.getOrDefault(DOMAIN, ""))
                .filter(domain -> !domain.isEmpty())
                .flatMap(domain -> MailAddresses.parse("check@" + domain, true))
                .map(addresses ->
                        new MailDesk(
                                stores,
                                mails,
                                addresses,
                                starter,
                                periods,
                                clock,
                                new SecureRandom(),
                                JsonWire.jsonb()));
    }

    private static Set<String> only(Map<String, String> environment) {
        return List.of(environment.getOrDefault(ONLY, "").split(",")).stream()
                .map(String::strip)
                .filter(domain -> !domain.isEmpty())
                .collect(Collectors.toSet());
    }

    private static URI base(Map<String, String> environment) {
        return HttpService.base(environment)
                .orElseThrow(() -> new IllegalStateException("no address for links"));
    }
}
