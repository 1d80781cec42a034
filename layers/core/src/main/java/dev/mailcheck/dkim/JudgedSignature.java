package dev.mailcheck.dkim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A signature whose verdict stands, with all that is to be told of it. */
record JudgedSignature(SignedMail mail, DkimSignature signature, Verdict verdict, Instant now) {
    private static final Duration SOON = Duration.ofDays(1);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final int RECOMMENDED_BITS = 2_048;
    private static final int USUAL_BITS = 4_096;

    SignatureResult result() {
        SignatureCoverage coverage = new SignatureCoverage(mail, signature);
        SignatureFacts facts = coverage.facts();
        return new SignatureResult(
                Optional.of(signature.domain().text()),
                Optional.of(signature.selector()),
                Optional.of(signature.algorithm().word()),
                verdict.cause().reason().word(),
                verdict.cause().reason(),
                verdict.cause().arguments(),
                Optional.of(facts),
                verdict.key(),
                remarks(facts, coverage.guardsFrom()),
                verdict.diagnoses());
    }

    private List<DkimRemark> remarks(SignatureFacts facts, boolean guardsFrom) {
        List<DkimRemark> remarks = new ArrayList<>();
        addIf(signature.algorithm() == SigningAlgorithm.RSA_SHA1, DkimRemark.RSA_SHA1, remarks);
        verdict.key().ifPresent(key -> addOfKey(key, remarks));
        addIf(signature.length().isPresent(), DkimRemark.LENGTH_LIMITED, remarks);
        boolean open = facts.unsignedBytes().orElse(0L) > 0;
        addIf(open, DkimRemark.BODY_PARTLY_UNSIGNED, remarks);
        addIf(!guardsFrom, DkimRemark.FROM_NOT_OVERSIGNED, remarks);
        boolean partly = !facts.partlySignedFields().isEmpty();
        addIf(partly, DkimRemark.FIELD_PARTLY_UNSIGNED, remarks);
        addIf(!facts.unsignedFields().isEmpty(), DkimRemark.FIELDS_UNSIGNED, remarks);
        addOfTimes(remarks);
        return remarks;
    }

    private static void addOfKey(KeyFacts key, List<DkimRemark> remarks) {
        boolean rsa = key.type().equals("rsa");
        addIf(rsa && key.bits() < RECOMMENDED_BITS, DkimRemark.RSA_KEY_BELOW_2048, remarks);
        addIf(rsa && key.bits() > USUAL_BITS, DkimRemark.RSA_KEY_ABOVE_4096, remarks);
        addIf(key.testing(), DkimRemark.KEY_TESTING, remarks);
        addIf(key.records() > 1, DkimRemark.SEVERAL_KEY_RECORDS, remarks);
    }

    private void addOfTimes(List<DkimRemark> remarks) {
        long seconds = now.getEpochSecond();
        if (signature.expiration().isPresent()) {
            long expiration = signature.expiration().getAsLong();
            boolean past = expiration < seconds;
            addIf(past, DkimRemark.PAST_EXPIRATION, remarks);
            boolean soon = !past && expiration - seconds < SOON.toSeconds();
            addIf(soon, DkimRemark.EXPIRES_SOON, remarks);
        }
        boolean future = signature.timestamp().orElse(0) > seconds + CLOCK_SKEW.toSeconds();
        addIf(future, DkimRemark.SIGNED_IN_FUTURE, remarks);
    }

    private static void addIf(boolean seen, DkimRemark remark, List<DkimRemark> remarks) {
        if (seen) {
            remarks.add(remark);
        }
    }
}
