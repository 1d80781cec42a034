package dev.mailcheck.dns;

import java.util.function.Function;

/** What came of reading a text: its meaning, or one line that says what is wrong and where. */
public sealed interface Parsed<T> {

    /** The text means this. */
    record Valid<T>(T value) implements Parsed<T> {}

    /**
     * The text cannot be read.
     *
     * @param problem one line in English, for the user who wrote the text
     */
    record Invalid<T>(String problem) implements Parsed<T> {}

    default <U> Parsed<U> map(Function<T, U> function) {
        return switch (this) {
            case Valid<T>(T value) -> new Valid<>(function.apply(value));
            case Invalid<T>(String problem) -> new Invalid<>(problem);
        };
    }

    /** The value of a text that is ours; one that cannot be read is the caller's bug. */
    default T orElseThrow() {
        return switch (this) {
            case Valid<T>(T value) -> value;
            case Invalid<T>(String problem) -> throw new IllegalArgumentException(problem);
        };
    }
}
