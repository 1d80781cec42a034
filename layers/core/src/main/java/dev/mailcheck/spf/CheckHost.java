package dev.mailcheck.spf;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.spf.SpfCause.Kind;

import java.time.Clock;
import java.util.Optional;

/**
 * check_host() of RFC 7208, section 4: may this client send mail of this sender? Asks at most 111
 * questions. Where the DNS does not answer the result is temperror; nothing is thrown.
 */
public final class CheckHost {
    private final Dns dns;
    private final Clock clock;
    private final String receiver;

    /**
     * @param clock for the macro {@code t} of explanations
     * @param receiver the receiving host's name, for the macro {@code r}; "unknown" where there is
     *     none
     */
    public CheckHost(Dns dns, Clock clock, String receiver) {
        this.dns = dns;
        this.clock = clock;
        this.receiver = receiver;
    }

    public SpfResult check(SpfQuery query) {
        Identity identity = Identity.of(query);
        Questions questions = new Questions(dns);
        ClientNames names = new ClientNames(query.clientIp(), questions);
        Evaluation evaluation =
                new Evaluation(query, identity, questions, names, clock.instant(), receiver);
        Optional<DnsName> name = identity.name();
        return name.isEmpty()
                ? notADomain(query, identity)
                : result(evaluation, new HostCheck(evaluation, identity.domain()).run());
    }

    private static SpfResult notADomain(SpfQuery query, Identity identity) {
        return new SpfResult(
                SpfWord.NONE,
                SpfCause.of(Kind.NOT_A_DOMAIN, Texts.capped(identity.domain())),
                Texts.capped(identity.domain()),
                Texts.capped(query.mailFrom()),
                Texts.capped(query.helo()),
                query.clientIp().toString(),
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                Optional.empty());
    }

    private static SpfResult result(Evaluation evaluation, HostResult host) {
        SpfQuery query = evaluation.query();
        int lookups = evaluation.questions().lookups();
        int voidLookups = evaluation.questions().voidLookups();
        return new SpfResult(
                host.word(),
                host.cause(),
                evaluation.identity().domain(),
                Texts.capped(query.mailFrom()),
                Texts.capped(query.helo()),
                query.clientIp().toString(),
                host.mechanism().map(Texts::capped),
                lookups,
                voidLookups,
                Explanation.of(evaluation, host),
                Optional.of(host.trace()));
    }
}
