package dev.mailcheck.check;

import dev.mailcheck.dns.DnsAnswer;

import java.util.List;
import java.util.Optional;

/**
 * A name where a TXT record stands or ought to. Where the name is an alias, the record is somebody
 * else's to change, and none may stand beside the alias: none is proposed.
 */
record TxtPlace(String name, DnsAnswer answer) {
    /** The finding with the record that mends it, where there is one and it can be published. */
    Finding mend(Finding finding, Optional<String> value) {
        return aliases().isEmpty()
                ? value.map(text -> finding.withRecord(name, "TXT", text)).orElse(finding)
                : finding;
    }

    private List<?> aliases() {
        return switch (answer) {
            case DnsAnswer.Found found -> found.aliases();
            case DnsAnswer.Absent absent -> absent.aliases();
            case DnsAnswer.Failed failed -> List.of();
        };
    }
}
