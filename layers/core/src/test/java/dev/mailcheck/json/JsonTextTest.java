package dev.mailcheck.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

class JsonTextTest {
    private static final JsonType<Object> ANY = Jsonb.instance().type(Object.class);

    /** A thread of its own has a buffer of its own, which no test before has made larger. */
    private static String inNewThread(Object value)
            throws InterruptedException, ExecutionException {
        FutureTask<String> task = new FutureTask<>(() -> JsonText.of(ANY, value));
        Thread.ofPlatform().start(task);
        return task.get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\"", "\u001b[", "\u00e9", "\u65e5", "\ud83d\ude00", "x\n"})
    void longTextThatNeedsEscapesComesBackAsItWas(String unit)
            throws InterruptedException, ExecutionException {
        for (int before = 0; before < 5_000; before += 500) {
            for (int length : List.of(400, 700, 1_400, 5_000)) {
                Object value = List.of("x".repeat(before), unit.repeat(length));

                assertThat(ANY.fromJson(inNewThread(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void shortValuesAreWrittenAsEver() {
        assertThat(JsonText.of(ANY, List.of("a", 1, true))).isEqualTo("[\"a\",1,true]");
    }
}
