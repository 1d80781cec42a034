package dev.mailcheck.dmarc;

import dev.mailcheck.dns.DnsAnswer;
import dev.mailcheck.dns.DnsFailure;
import dev.mailcheck.dns.DnsName;

import io.avaje.jsonb.Json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One question of the tree walk: what stands at {@code _dmarc.} before this domain.
 *
 * @param answer to the question for TXT
 */
@Json
public record WalkStep(DnsName domain, DnsAnswer answer) {
    /** All DMARC records at the name; more than one count as none (RFC 9989, section 4.10). */
    public List<DmarcRecord> records() {
        List<DmarcRecord> records = new ArrayList<>(1);
        for (String text : answer.data()) {
            DmarcRecord.parse(text).ifPresent(records::add);
        }
        return records;
    }

    /** The record that counts. */
    public Optional<DmarcRecord> record() {
        List<DmarcRecord> records = records();
        return records.size() == 1 ? Optional.of(records.getFirst()) : Optional.empty();
    }

    /** Whether the walk goes no further. */
    public boolean ends() {
        return record().filter(record -> record.psd() != DmarcRecord.Psd.UNSAID).isPresent();
    }

    /** Why it is not known what stands there; empty where it is. */
    public Optional<DnsFailure> failure() {
        return answer instanceof DnsAnswer.Failed failed
                ? Optional.of(failed.reason())
                : Optional.empty();
    }

    /** The name that was asked. */
    public String question() {
        return "_dmarc." + domain.text();
    }
}
