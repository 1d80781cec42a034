package dev.mailcheck.functions.store;

import dev.mailcheck.store.Mails;
import dev.mailcheck.store.StoreException;

import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * Mails in a bucket of their own, whose lifecycle removes them: as SES put them there, under {@code
 * incoming/}, and those of runs under {@code runs/}.
 */
public final class S3Mails implements Mails {
    /** Bytes a mail may have; SES takes four times as much. */
    static final long LONGEST = 10L << 20;

    private final Bucket bucket;

    /** A mail as SES stored it. */
    public sealed interface Incoming {
        /** It is there. */
        @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and never changed
        record Mail(byte[] bytes) implements Incoming {}

        /** It is there, and was not read. */
        record TooLarge() implements Incoming {}

        /** It is not. */
        record Absent() implements Incoming {}
    }

    /** Which rule took a mail in. */
    public enum Rule {
        /** With and without TLS. */
        ANY("incoming/any/"),
        /** Over TLS only. */
        TLS("incoming/tls/");

        private final String prefix;

        Rule(String prefix) {
            this.prefix = prefix;
        }

        /** Where SES puts the mails of this rule; as in the template. */
        public String prefix() {
            return prefix;
        }
    }

    public S3Mails(S3Client client, String bucket) {
        this.bucket = new Bucket(client, bucket);
    }

    /** The one that the environment names. */
    public static S3Mails ofThisProcess() {
        return new S3Mails(
                AwsClients.ofThisProcess().s3(),
                Objects.requireNonNull(System.getenv("MAILCHECK_MAILS"), "MAILCHECK_MAILS"));
    }

    /**
     * A mail as SES stored it by this rule.
     *
     * @param id SES's own id of the mail
     */
    public Incoming incoming(Rule rule, String id) {
        try (ResponseInputStream<GetObjectResponse> in =
                bucket.client().getObject(r -> r.bucket(bucket.name()).key(rule.prefix() + id))) {
            if (in.response().contentLength() > LONGEST) {
                in.abort();
                return new Incoming.TooLarge();
            }
            return new Incoming.Mail(in.readAllBytes());
        } catch (NoSuchKeyException absent) {
            return new Incoming.Absent();
        } catch (SdkException | IOException failed) {
            throw new StoreException("S3", failed);
        }
    }

    @Override
    public void write(String run, byte[] mail) {
        bucket.write(key(run), mail);
    }

    @Override
    public Optional<byte[]> read(String run) {
        return bucket.read(key(run));
    }

    private static String key(String run) {
        return "runs/" + run + ".eml";
    }
}
