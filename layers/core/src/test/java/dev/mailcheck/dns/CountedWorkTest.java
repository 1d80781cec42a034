package dev.mailcheck.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.dns.SigningAlgorithm;
import dev.mailcheck.world.dns.Zone;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.Provider;
import java.security.Security;

/** What zones made to cost a validator dear may cost us, counted in operations. */
@Isolated
@Timeout(120)
final class CountedWorkTest {
    private static final SigningAlgorithm RSA = SigningAlgorithm.RSASHA256;

    private final CountingProvider counted = new CountingProvider();

    @BeforeEach
    void count() {
        Security.insertProviderAt(counted, 1);
    }

    @AfterEach
    void stop() {
        Security.removeProvider(counted.getName());
    }

    private static dev.mailcheck.dns.Security validated(Zone zone, String name, RecordType type) {
        try (Lab lab = Lab.of(Lab.plan().zone(zone))) {
            return lab.security(name, type);
        }
    }

    /** CVE-2023-50387: 30 keys of one tag and 30 signatures would be 900 verifications. */
    @ParameterizedTest
    @ValueSource(ints = {10, 30})
    void keysThatShareATagCostFewVerifications(int keys) {
        Zone zone = Zone.signed("z.example", "@ MX 0 .").algorithm(RSA).keyTrap(keys);

        validated(zone, "z.example", RecordType.MX);

        assertThat(counted.signatures()).isBetween(1, 40);
    }

    @Test
    void moreKeysThanAreValidatedCostNoVerification() {
        Zone zone = Zone.signed("z.example", "@ MX 0 .").algorithm(RSA).keyTrap(100);

        assertThat(validated(zone, "z.example", RecordType.MX).state())
                .isEqualTo(dev.mailcheck.dns.Security.State.UNKNOWN);

        assertThat(counted.signatures()).isZero();
    }

    @Test
    void aSoundAnswerCostsAVerificationOrTwoForEachLink() {
        validated(Zone.signed("z.example", "@ MX 0 .").algorithm(RSA), "z.example", RecordType.MX);

        assertThat(counted.signatures()).isBetween(2, 6);
    }

    /** CVE-2023-50868: each name that is looked for would cost so many digests. */
    @ParameterizedTest
    @ValueSource(ints = {151, 2_500, 65_535})
    void absenceThatTakesMuchHashingCostsNone(int iterations) {
        Zone zone = Zone.signed("z.example", "@ MX 0 .").nsec3(iterations);
        validated(zone, "a.b.c.d.e.f.g.h.no.z.example", RecordType.A);

        assertThat(counted.hashes()).isLessThan(20);
    }

    @Test
    void absenceWithinBoundsCostsAFewNamesTimesTheIterations() {
        Zone zone = Zone.signed("z.example", "@ MX 0 .").nsec3(150);

        validated(zone, "a.b.c.d.e.f.g.h.no.z.example", RecordType.A);

        assertThat(counted.hashes()).isBetween(151, 151 * 40);
    }

    /** Verifies with what stands behind it, and counts. */
    private static final class CountingProvider extends Provider {
        private static final long serialVersionUID = 1;

        private final transient Counters counters = new Counters();

        CountingProvider() {
            super("Counting", "1", "counts verifications and digests");
            putService(new CountedService(this, "Signature", "SHA256withRSA", counters));
            putService(new CountedService(this, "MessageDigest", "SHA-1", counters));
        }

        int signatures() {
            return counters.signatures.get();
        }

        int hashes() {
            return counters.hashes.get();
        }
    }
}
