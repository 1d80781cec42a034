package dev.mailcheck.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.ZoneDns;
import dev.mailcheck.spf.SpfTree;

import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;

/** What the probe saw can be stored and judged again. */
class SpfProbeTest {
    private static final String ZONE =
            """
            {"example.com": {"TXT": ["v=spf1 mx include:a.example exists:%{i}.x.example -all", "x"],
                             "MX": ["10 mx.example.com."], "SPF": ["v=spf1 -all"]},
             "mx.example.com": {"A": ["192.0.2.1"], "SERVFAIL": ["AAAA"]},
             "a.example": {"TXT": ["v=spf1 foo redirect=b.example"]}}
            """;

    @Test
    void anObservationSurvivesJson() {
        Dns dns = ZoneDns.parse(ZONE).orElseThrow();
        DnsName domain = DnsName.of("example.com");
        Observation seen =
                new SpfObservation(
                        dns.get(domain, RecordType.TXT),
                        dns.get(domain, RecordType.SPF),
                        SpfTree.look(dns, domain.text()));
        Jsonb jsonb = Jsonb.instance();
        String json = jsonb.type(Observation.class).toJson(seen);
        assertThat(jsonb.type(Observation.class).fromJson(json)).isEqualTo(seen);
        assertThat(json).startsWith("{\"SpfObservation\":{").contains("\"SYNTAX_ERROR\"");
    }
}
