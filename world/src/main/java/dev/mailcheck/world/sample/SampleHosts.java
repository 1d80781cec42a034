package dev.mailcheck.world.sample;

import dev.mailcheck.world.WorldPlan;
import dev.mailcheck.world.dns.Nameserver;
import dev.mailcheck.world.dns.Zone;
import dev.mailcheck.world.https.HttpsHost;
import dev.mailcheck.world.smtp.SmtpHost;
import dev.mailcheck.world.tls.TlsSettings;

/** The servers of the sample world. */
final class SampleHosts {
    private SampleHosts() {}

    static void addTo(WorldPlan plan) {
        sound(plan);
        faulty(plan);
        lame(plan);
        refusedByStrictSenders(plan);
    }

    private static void sound(WorldPlan plan) {
        plan.smtpWithPtr(host("mx1", "sound.example"), "192.0.2.10", "2001:db8:1::10")
                .smtpWithPtr(host("mx2", "sound.example"), "198.51.100.10", "2001:db8:2::10")
                .https(
                        "192.0.2.16",
                        HttpsHost.policy(
                                "mta-sts.sound.example",
                                """
                                version: STSv1
                                mode: enforce
                                mx: mx1.sound.example
                                mx: mx2.sound.example
                                max_age: 2419200
                                """))
                .smtpWithPtr(host("mx", "xn--r8jz45g.example"), "192.0.2.70", "2001:db8:1::70");
    }

    private static void faulty(WorldPlan plan) {
        plan.smtpWithPtr(host("mail", "forgeable.example"), "192.0.2.20")
                .smtpWithPtr(host("mx1", "weak-tls.example").noStartTls(), "192.0.2.30")
                .smtpWithPtr(neglected(host("mx2", "weak-tls.example")), "192.0.2.31")
                .smtpWithPtr(host("mx", "old-tls.example").outdatedTls("TLSv1.1"), "192.0.2.35")
                .smtpWithPtr(host("mx", "broken-spf.example"), "192.0.2.50")
                .smtpWithPtr(host("mx", "two-records.example"), "192.0.2.55")
                .smtpWithPtr(host("mx1", "busy.example").busy(), "192.0.2.60")
                .smtpWithPtr(host("mx2", "busy.example").greylists(), "192.0.2.61")
                .refuses("192.0.2.65")
                .smtpWithPtr(host("mx", "old-dkim.example"), "192.0.2.80")
                .smtpWithPtr(host("mx", "bogus.example"), "192.0.2.85")
                .smtpWithPtr(host("mx", "wrong-tlsa.example"), "192.0.2.90")
                .smtpWithPtr(host("mx", "open-relay.example").openRelay(), "192.0.2.95")
                .smtpWithPtr(host("mx1", "listed.example"), "192.0.2.97")
                .smtpWithPtr(host("mx2", "listed.example"), "198.51.100.97");
    }

    private static void refusedByStrictSenders(WorldPlan plan) {
        plan.smtpWithPtr(
                        host("mx1", "broken-sts.example").certificate(c -> c.expired()),
                        "192.0.2.101")
                .smtpWithPtr(host("mx2", "broken-sts.example"), "192.0.2.102")
                .https(
                        "192.0.2.103",
                        HttpsHost.policy(
                                "mta-sts.broken-sts.example",
                                """
                                version: STSv1
                                mode: enforce
                                mx: mx1.broken-sts.example
                                max_age: 2419200
                                """));
    }

    /** Nobody has looked after it for years. */
    private static SmtpHost neglected(SmtpHost host) {
        return host.certificate(c -> c.selfSigned().expired())
                .tls(t ->
                        TlsSettings.legacy(t.certificate())
                                .protocols("TLSv1.3", "TLSv1.2", "TLSv1.1", "TLSv1")
                                .suites(
                                        "TLS_AES_128_GCM_SHA256",
                                        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                                        "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"));
    }

    private static void lame(WorldPlan plan) {
        Zone outdated =
                Zone.signed(
                        "lame.example",
                        SampleResource.text("lame.example.zone")
                                .replace("MX  10 mx", "MX  10 mx.former-provider.example.")
                                .replace("v=spf1 mx -all", "v=spf1 ip4:203.0.113.78 ~all"));
        plan.smtpWithPtr(host("mx", "lame.example"), "192.0.2.76")
                .nameserver("198.51.100.75", Nameserver.lame())
                .nameserver("203.0.113.75", Nameserver.serving(outdated));
    }

    private static SmtpHost host(String label, String domain) {
        return SmtpHost.sound(label + "." + domain, domain);
    }
}
