package dev.mailcheck.functions.store;

import dev.mailcheck.store.Documents;

import java.util.Optional;

/** Documents under {@code runs/RUN/NAME}; the bucket's lifecycle removes them. */
final class S3Documents implements Documents {
    private final Bucket bucket;

    S3Documents(Bucket bucket) {
        this.bucket = bucket;
    }

    @Override
    public void write(String run, String name, byte[] content) {
        bucket.write(key(run, name), content);
    }

    @Override
    public Optional<byte[]> read(String run, String name) {
        return bucket.read(key(run, name));
    }

    private static String key(String run, String name) {
        return "runs/" + run + "/" + name;
    }
}
