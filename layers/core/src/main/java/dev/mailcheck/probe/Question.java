package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import java.util.List;
import java.util.Optional;

/** Questions about names that may be too long to exist: then there is no record. */
final class Question {
    private Question() {}

    static Lookup ask(Dns dns, Optional<DnsName> name, RecordType type) {
        return name.map(n -> dns.ask(n, type)).orElse(() -> new DnsAnswer.Absent(false, List.of()));
    }
}
