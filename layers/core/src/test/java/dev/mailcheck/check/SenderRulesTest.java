package dev.mailcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.https.HttpsHost;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.tls.CertificateSpec;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** An expired certificate, under the rules that a domain can publish. */
class SenderRulesTest {
    private static final String DOMAIN = "sound.example";

    @ParameterizedTest(name = "policy {0}, TLSA {1}")
    @CsvSource({
        "none,    '',    INBOUND_TLS_CERTIFICATE_EXPIRED",
        "testing, '',    INBOUND_TLS_CERTIFICATE_EXPIRED",
        "enforce, '',    INBOUND_TLS_ENFORCED_EXPIRED",
        "none,    2,     INBOUND_TLS_ENFORCED_EXPIRED",
        "none,    3,     ''",
        "none,    '3 2', ''",
        "enforce, 3,     INBOUND_TLS_ENFORCED_EXPIRED"
    })
    void weighAsSendersDo(String mode, String usages, String code) {
        List<String> codes =
                WorldScenario.of(DOMAIN, plan -> plan(plan, mode, usages))
                        .codes(CheckId.INBOUND_TLS);

        assertThat(codes.stream().filter(each -> each.endsWith("_EXPIRED")).toList())
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    private static WorldPlan plan(WorldPlan plan, String mode, String usages) {
        SmtpHost host = SmtpHost.sound("mx1.sound.example", DOMAIN);
        StringBuilder zone =
                new StringBuilder(
                        """
                        @        MX  10 mx1
                        mx1      A   192.0.2.10
                        mta-sts  A   192.0.2.16
                        _mta-sts TXT "v=STSv1; id=1"
                        """);
        for (String usage : usages.isEmpty() ? new String[0] : usages.split(" ", -1)) {
            zone.append("_25._tcp.mx1 TLSA ")
                    .append(
                            plan.ca()
                                    .tlsa(
                                            CertificateSpec.sound("mx1.sound.example"),
                                            Integer.parseInt(usage),
                                            1,
                                            1))
                    .append('\n');
        }
        return plan.zone(DOMAIN, zone.toString())
                .smtp("192.0.2.10", host.certificate(c -> c.expired()))
                .https(
                        "192.0.2.16",
                        HttpsHost.policy(
                                "mta-sts.sound.example",
                                "version: STSv1\nmode: "
                                        + mode
                                        + "\nmx: mx1.sound.example\nmax_age: 1209600\n"));
    }
}
