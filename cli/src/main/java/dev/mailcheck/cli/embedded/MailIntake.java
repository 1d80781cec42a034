package dev.mailcheck.cli.embedded;

import dev.mailcheck.store.StoreException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How the bytes of a mail come in. A large one is on the disk until it has come in whole, for its
 * sender may take minutes; only then, and in its turn, it is read into memory.
 */
public final class MailIntake {
    /** Bytes that a mail may have. */
    static final int MAX_MAIL = 10 << 20;

    private static final int CHUNK = 256 << 10;

    private final Path folder;
    private final LargeMails large;
    private final Consumer<RuntimeException> faults;

    /**
     * @param folder where a large mail is while it comes in
     * @param faults hears of a disk that does not take it
     */
    public MailIntake(Path folder, LargeMails large, Consumer<RuntimeException> faults) {
        this.folder = folder;
        this.large = large;
        this.faults = faults;
    }

    /**
     * Reads a mail to its end and has it judged.
     *
     * @throws IOException where its sender breaks off
     */
    Reply take(InputStream in, Function<byte[], Reply> judgement) throws IOException {
        byte[] begin = in.readNBytes(LargeMails.SMALL);
        if (begin.length < LargeMails.SMALL) {
            return judgement.apply(begin);
        }
        try {
            return byDisk(begin, in, judgement);
        } catch (StoreException down) {
            faults.accept(down);
            in.transferTo(OutputStream.nullOutputStream());
            return Reply.notNow();
        }
    }

    private Reply byDisk(byte[] begin, InputStream in, Function<byte[], Reply> judgement)
            throws IOException {
        Path file = part();
        try {
            long size = copied(begin, in, file);
            if (size > MAX_MAIL) {
                in.transferTo(OutputStream.nullOutputStream());
                return new Reply(552, "5.3.4 The mail is larger than 10 MB");
            }
            return large.with(size, () -> judgement.apply(bytes(file)));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Path part() {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, ".", ".part");
        } catch (IOException failed) {
            throw notWritten(failed);
        }
    }

    /** Until the end, or until it is too large: so many bytes. */
    private static long copied(byte[] begin, InputStream in, Path file) throws IOException {
        long size = 0;
        byte[] next = begin;
        while (next.length > 0 && size <= MAX_MAIL) {
            append(file, next);
            size += next.length;
            next = in.readNBytes(CHUNK);
        }
        return size;
    }

    /** Opened for each piece: what fails at the disk is told from a sender who breaks off. */
    private static void append(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw notWritten(failed);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new StoreException("a mail cannot be read", failed);
        }
    }

    private static StoreException notWritten(IOException failed) {
        return new StoreException("a mail cannot be written", failed);
    }
}
