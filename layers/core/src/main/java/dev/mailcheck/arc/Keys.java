package dev.mailcheck.arc;

import dev.mailcheck.dkim.DkimSignature;
import dev.mailcheck.dkim.SignatureReading;
import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The questions for the keys of a chain, all under way before the first answer is waited for. */
final class Keys {
    private final Map<DnsName, Lookup> lookups = new HashMap<>();

    private Keys() {}

    static Keys ask(Dns dns, List<ArcSet> sets) {
        Keys keys = new Keys();
        sets.stream()
                .flatMap(set -> Stream.of(set.messageSignature(), set.seal()))
                .forEach(reading -> keys.ask(dns, reading));
        return keys;
    }

    private void ask(Dns dns, SignatureReading reading) {
        if (reading instanceof SignatureReading.WellFormed(DkimSignature signature)) {
            lookups.computeIfAbsent(signature.keyName(), name -> dns.ask(name, RecordType.TXT));
        }
    }

    DnsAnswer answer(DkimSignature signature) {
        return Optional.ofNullable(lookups.get(signature.keyName())).orElseThrow().answer();
    }
}
