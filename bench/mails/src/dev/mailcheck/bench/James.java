package dev.mailcheck.bench;

import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;
import org.apache.james.jspf.impl.SPF;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Apache James: jSPF and jDKIM. They have no ARC and no DMARC. */
final class James implements Contestant {
    private final SPF spf;
    private final PublicKeyRecordRetriever keys;

    James(Samples samples) {
        spf = new SPF(new Zone(samples));
        keys =
                (method, selector, token) ->
                        samples.records(selector + "._domainkey." + token, "TXT");
    }

    @Override
    public Map<String, String> judge(Sample mail) {
        String spfWord = spf.checkSPF(mail.ip(), mail.from(), mail.helo()).getResult();
        return Map.of("spf", spfWord, "dkim", dkim(mail.bytes()));
    }

    private String dkim(byte[] mail) {
        DKIMVerifier verifier = new DKIMVerifier(keys);
        try {
            return verifier.verify(new ByteArrayInputStream(mail)) == null ? "none" : "pass";
        } catch (FailException failed) {
            return "fail";
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private record Zone(Samples samples) implements DNSService {
        @Override
        public List<String> getRecords(DNSRequest request) {
            List<String> records = samples.records(request.getHostname(), type(request));
            if (records.isEmpty()) {
                return null;
            }
            // jSPF takes entries out of what it gets.
            return new ArrayList<>(
                    request.getRecordType() == DNSRequest.MX
                            ? records.stream().map(mx -> mx.substring(mx.indexOf(' ') + 1)).toList()
                            : records);
        }

        private static String type(DNSRequest request) {
            return switch (request.getRecordType()) {
                case DNSRequest.A -> "A";
                case DNSRequest.AAAA -> "AAAA";
                case DNSRequest.MX -> "MX";
                case DNSRequest.PTR -> "PTR";
                case DNSRequest.TXT -> "TXT";
                default -> "SPF";
            };
        }

        @Override
        public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
            return CompletableFuture.completedFuture(getRecords(request));
        }

        @Override
        public List<String> getLocalDomainNames() {
            return List.of("mx.receiver.example");
        }

        @Override
        public void setTimeOut(int seconds) {}

        @Override
        public int getRecordLimit() {
            return 10;
        }

        @Override
        public void setRecordLimit(int limit) {}
    }
}
