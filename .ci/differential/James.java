import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;

import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.Result;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.impl.SPF;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What Apache jSPF and jDKIM say of the lines of a batch file: a line of JSON each, with the words
 * of the kind that the line expects something of.
 */
public final class James {
    private James() {}

    @SuppressWarnings("unchecked")
    public static void main(String[] args) throws IOException {
        Jsonb jsonb = Jsonb.instance();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            Map<String, Object> entry =
                    jsonb.<Map<String, Object>>type(Types.mapOf(Object.class)).fromJson(line);
            Map<String, Object> expected = (Map<String, Object>) entry.get("expect");
            Zone zone = new Zone((Map<String, Map<String, Object>>) entry.get("zone"));
            Map<String, Object> said =
                    expected.containsKey("spf")
                            ? Map.of("spf", spf(zone, (Map<String, String>) entry.get("envelope")))
                            : Map.of("dkim", dkim(zone, (String) entry.get("mail_base64")));
            System.out.println(jsonb.type(Object.class).toJson(said));
        }
    }

    private static String spf(Zone zone, Map<String, String> envelope) {
        return new SPF(zone)
                .checkSPF(envelope.get("ip"), envelope.get("mail_from"), envelope.get("helo"))
                .getResult();
    }

    /** A word for each signature that it reports on, pass or fail. */
    private static List<String> dkim(Zone zone, String mail) throws IOException {
        DKIMVerifier verifier =
                new DKIMVerifier(
                        (method, selector, domain) ->
                                zone.records(selector + "._domainkey." + domain, "TXT"));
        try {
            verifier.verify(new ByteArrayInputStream(Base64.getDecoder().decode(mail)));
        } catch (FailException failed) {
            // Each signature's own word is in the results.
        }
        return verifier.getResults().stream()
                .map(result -> result.getResultType() == Result.Type.PASS ? "pass" : "fail")
                .toList();
    }

    private record Zone(Map<String, Map<String, Object>> names) implements DNSService {
        @SuppressWarnings("unchecked")
        List<String> records(String name, String type) {
            Map<String, Object> entry = names.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), Map.of());
            return (List<String>) entry.getOrDefault(type, List.of());
        }

        @Override
        public List<String> getRecords(DNSRequest request) throws TimeoutException {
            String type =
                    switch (request.getRecordType()) {
                        case DNSRequest.A -> "A";
                        case DNSRequest.AAAA -> "AAAA";
                        case DNSRequest.MX -> "MX";
                        case DNSRequest.PTR -> "PTR";
                        case DNSRequest.TXT -> "TXT";
                        default -> "SPF";
                    };
            if (records(request.getHostname(), "SERVFAIL").contains(type)) {
                throw new TimeoutException("SERVFAIL in the zone");
            }
            List<String> answers = new ArrayList<>();
            for (String record : records(request.getHostname(), type)) {
                String host = type.equals("MX") ? record.substring(record.indexOf(' ') + 1) : record;
                boolean name = type.equals("MX") || type.equals("PTR");
                answers.add(name && host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
            }
            return answers.isEmpty() ? null : answers;
        }

        @Override
        public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
            try {
                return CompletableFuture.completedFuture(getRecords(request));
            } catch (TimeoutException silent) {
                return CompletableFuture.failedFuture(silent);
            }
        }

        @Override
        public List<String> getLocalDomainNames() {
            return List.of("mx.test");
        }

        @Override
        public void setTimeOut(int seconds) {}

        /** As many MX and PTR records as RFC 7208 allows. */
        @Override
        public int getRecordLimit() {
            return 10;
        }

        @Override
        public void setRecordLimit(int limit) {}
    }
}
