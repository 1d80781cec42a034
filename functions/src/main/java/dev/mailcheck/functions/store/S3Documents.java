package dev.mailcheck.functions.store;

import dev.mailcheck.store.Documents;
import dev.mailcheck.store.StoreException;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import java.util.Optional;

/** Documents under {@code runs/RUN/NAME}; the bucket's lifecycle removes them. */
final class S3Documents implements Documents {
    private final S3Client client;
    private final String bucket;

    S3Documents(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void write(String run, String name, byte[] content) {
        try {
            client.putObject(
                    r -> r.bucket(bucket).key(key(run, name)), RequestBody.fromBytes(content));
        } catch (SdkException failed) {
            throw new StoreException("S3", failed);
        }
    }

    @Override
    public Optional<byte[]> read(String run, String name) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(r -> r.bucket(bucket).key(key(run, name)))
                            .asByteArray());
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        } catch (SdkException failed) {
            throw new StoreException("S3", failed);
        }
    }

    private static String key(String run, String name) {
        return "runs/" + run + "/" + name;
    }
}
