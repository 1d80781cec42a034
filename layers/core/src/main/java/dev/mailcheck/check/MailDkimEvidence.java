package dev.mailcheck.check;

import dev.mailcheck.dkim.DkimResult;
import dev.mailcheck.dkim.SignatureResult;
import dev.mailcheck.dmarc.AuthenticatedDomain.Method;
import dev.mailcheck.json.JsonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The signatures of a mail as the report shows them, from the top (contract, section 2). */
final class MailDkimEvidence {
    private MailDkimEvidence() {}

    static List<Map<String, Object>> of(DkimResult dkim, MailAlignment alignment) {
        return dkim.signatures().stream().map(signature -> of(signature, alignment)).toList();
    }

    private static Map<String, Object> of(SignatureResult signature, MailAlignment alignment) {
        Map<String, Object> shown = new TreeMap<>();
        shown.put("domain", JsonNull.or(signature.domain()));
        shown.put("selector", JsonNull.or(signature.selector()));
        shown.put("algorithm", JsonNull.or(signature.algorithm()));
        shown.put("result", signature.result().word());
        shown.put("reason", signature.reason().name());
        shown.put("arguments", signature.arguments());
        shown.put(
                "aligned",
                signature
                        .domain()
                        .flatMap(domain -> alignment.of(domain, Method.DKIM))
                        .orElse(false));
        signature.facts().ifPresent(facts -> shown.put("facts", facts));
        signature.key().ifPresent(key -> shown.put("key", key));
        shown.put("remarks", signature.remarks().stream().map(Enum::name).toList());
        shown.put("diagnoses", signature.diagnoses());
        return shown;
    }
}
