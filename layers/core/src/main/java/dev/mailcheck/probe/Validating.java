package dev.mailcheck.probe;

import dev.mailcheck.dns.Dns;
import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Lookup;
import dev.mailcheck.dns.RecordType;
import dev.mailcheck.dns.Security;

import java.util.function.Supplier;

/** A question on its way, and its validation. */
record Validating(
        ValidatedName.Use use,
        DnsName name,
        RecordType type,
        Lookup answer,
        Supplier<Security> security) {
    static Validating begin(Dns dns, ValidatedName.Use use, DnsName name, RecordType type) {
        return new Validating(use, name, type, dns.ask(name, type), dns.security(name, type));
    }

    ValidatedName end() {
        boolean exists = !answer.answer().records().isEmpty();
        return new ValidatedName(use, name, type, exists, security.get());
    }
}
