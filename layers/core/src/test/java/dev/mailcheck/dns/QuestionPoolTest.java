package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.net.AddressPolicy;
import dev.mailcheck.net.Deadline;
import dev.mailcheck.net.Routing;
import dev.mailcheck.net.SocketNetwork;
import dev.mailcheck.world.dns.DnsFault;
import dev.mailcheck.world.dns.Resolver;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Two checks of one run, one after the other. */
class QuestionPoolTest {
    private static final DnsName NAME = DnsName.of("mx.sound.example");
    private static final Deadline FAR = Deadline.in(Duration.ofSeconds(60));

    private static Lab lab(Resolver resolver) {
        return Lab.of(
                Lab.plan()
                        .zone("sound.example", "@ A 192.0.2.9\nmx A 192.0.2.10")
                        .resolver(resolver));
    }

    private static ResolverDns check(Lab lab, QuestionPool pool, int quota) {
        return new ResolverDns(
                new ResolverSettings(
                        List.of(lab.world.resolver()),
                        TrustAnchorSet.parse(lab.world.trustAnchor()).orElseThrow(),
                        FAR,
                        Lab.CLOCK,
                        new SecureRandom(),
                        new SocketNetwork(AddressPolicy.DOCUMENTATION, Routing.DIRECT, () -> true),
                        Routing.DIRECT,
                        quota),
                pool);
    }

    private static DnsAnswer asked(Lab lab, QuestionPool pool, int quota, DnsName name) {
        try (ResolverDns dns = check(lab, pool, quota)) {
            return dns.get(name, RecordType.A);
        }
    }

    @Test
    void whatOneCheckHasAskedGoesOutOnce() {
        try (Lab lab = lab(Resolver.plain());
                QuestionPool pool = new QuestionPool(FAR, new SecureRandom())) {
            DnsAnswer first = asked(lab, pool, 10, NAME);

            assertThat(first.data()).containsExactly("192.0.2.10");
            assertThat(asked(lab, pool, 10, NAME)).isEqualTo(first);
            assertThat(lab.world.questions().count("mx.sound.example", "A")).isEqualTo(1);
        }
    }

    @Test
    void whatFailedIsAskedAgainByTheNextCheck() {
        try (Lab lab = lab(Resolver.plain().with(DnsFault.servfail()));
                QuestionPool pool = new QuestionPool(FAR, new SecureRandom())) {
            Lab.reason(asked(lab, pool, 10, NAME));
            long once = lab.world.questions().count("mx.sound.example", "A");
            Lab.reason(asked(lab, pool, 10, NAME));

            assertThat(lab.world.questions().count("mx.sound.example", "A")).isEqualTo(2 * once);
        }
    }

    @Test
    void theQuotaIsEachChecksOwnWhateverOthersAsked() {
        try (Lab lab = lab(Resolver.plain());
                QuestionPool pool = new QuestionPool(FAR, new SecureRandom())) {
            asked(lab, pool, 10, NAME);
            try (ResolverDns second = check(lab, pool, 1)) {
                assertThat(second.get(DnsName.of("sound.example"), RecordType.A).data())
                        .containsExactly("192.0.2.9");
                assertThat(Lab.reason(second.get(NAME, RecordType.A))).isEqualTo(DnsFailure.QUOTA);
            }
        }
    }
}
