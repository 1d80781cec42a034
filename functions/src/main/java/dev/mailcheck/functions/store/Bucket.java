package dev.mailcheck.functions.store;

import dev.mailcheck.store.StoreException;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import java.util.Optional;

/** A bucket of S3, whose lifecycle removes what is old. */
record Bucket(S3Client client, String name) {
    void write(String key, byte[] content) {
        try {
            client.putObject(r -> r.bucket(name).key(key), RequestBody.fromBytes(content));
        } catch (SdkException failed) {
            throw new StoreException("S3", failed);
        }
    }

    Optional<byte[]> read(String key) {
        try {
            return Optional.of(client.getObjectAsBytes(r -> r.bucket(name).key(key)).asByteArray());
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        } catch (SdkException failed) {
            throw new StoreException("S3", failed);
        }
    }
}
