package dev.mailcheck.dkim;

import dev.mailcheck.dns.DnsName;

import io.avaje.jsonb.Json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came of one DKIM-Signature field.
 *
 * @param domain {@code d}, as an A-label where the field could be read
 * @param selector {@code s}
 * @param algorithm {@code a}
 * @param arguments of the reason
 * @param facts for a field that could be read
 * @param key that it was verified with
 * @param diagnoses what happened to the mail since it was signed
 */
@Json
public record SignatureResult(
        Optional<String> domain,
        Optional<String> selector,
        Optional<String> algorithm,
        DkimWord result,
        DkimReason reason,
        Map<String, String> arguments,
        Optional<SignatureFacts> facts,
        Optional<KeyFacts> key,
        List<DkimRemark> remarks,
        List<Diagnosis> diagnoses) {
    public SignatureResult {
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
        remarks = List.copyOf(remarks);
        diagnoses = List.copyOf(diagnoses);
    }

    static SignatureResult unreadable(Claims claims, DkimCause cause) {
        return new SignatureResult(
                claims.domain(),
                claims.selector(),
                claims.algorithm(),
                cause.reason().word(),
                cause.reason(),
                cause.arguments(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    public boolean has(DkimRemark remark) {
        return remarks.contains(remark);
    }

    /**
     * The domain that this signature authenticates, as DMARC takes it. A pass with rsa-sha1
     * authenticates nobody (RFC 8301, section 3.1).
     */
    public Optional<DnsName> authenticated() {
        return result == DkimWord.PASS && !has(DkimRemark.RSA_SHA1)
                ? domain.flatMap(DnsName::parse)
                : Optional.empty();
    }
}
