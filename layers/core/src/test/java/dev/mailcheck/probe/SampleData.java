package dev.mailcheck.probe;

import dev.mailcheck.dns.DnsName;
import dev.mailcheck.dns.Domain;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes records full of arbitrary data by their components' types: another one for each seed, the
 * same one for the same seed. A type it does not know is an error: it says so instead of leaving a
 * component untested.
 */
public final class SampleData {
    /** Below this depth lists and optional parts are empty, so that trees of records end. */
    private static final int DEPTH = 6;

    private static final List<String> TEXTS =
            List.of(
                    "",
                    "example.com",
                    "v=spf1 -all",
                    "a \"b\" \\ c",
                    "日本語 𝕏",
                    "\u0000\u001b\u00ff\n");

    private final Random random;
    private int depth;

    public SampleData(long seed) {
        this.random = new Random(seed);
    }

    public <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        Class<?> kind = (Class<?>) type;
        if (kind.isEnum()) {
            return oneOf(kind.getEnumConstants());
        }
        if (kind.isSealed()) {
            return value(oneOf(kind.getPermittedSubclasses()));
        }
        return simple(kind);
    }

    private Object simple(Class<?> kind) {
        if (kind == String.class) {
            return oneOf(TEXTS.toArray());
        } else if (kind == boolean.class || kind == Boolean.class) {
            return random.nextBoolean();
        } else if (kind == int.class || kind == Integer.class) {
            return random.nextInt();
        } else if (kind == long.class || kind == Long.class) {
            return random.nextLong();
        } else if (kind == double.class || kind == Double.class) {
            return random.nextInt(1000) / 8.0;
        } else if (kind == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
        } else if (kind == Duration.class) {
            return Duration.ofMillis(random.nextInt(100_000));
        } else if (kind == DnsName.class) {
            return DnsName.of(random.nextBoolean() ? "_dmarc.example.com" : ".");
        } else if (kind == Domain.class) {
            return new Domain("xn--r8jz45g.example");
        } else if (kind.isRecord()) {
            return record(kind);
        }
        throw new IllegalArgumentException("add to SampleData: " + kind);
    }

    private Object container(Class<?> kind, Type... of) {
        int size = depth < DEPTH ? random.nextInt(3) : 0;
        if (kind == Optional.class) {
            return size == 0 ? Optional.empty() : Optional.of(value(of[0]));
        } else if (kind == List.class) {
            return IntStream.range(0, size).mapToObj(i -> value(of[0])).toList();
        } else if (kind == Set.class) {
            return Set.copyOf(IntStream.range(0, size).mapToObj(i -> value(of[0])).toList());
        } else if (kind == Map.class && of[0] == String.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            IntStream.range(0, size).forEach(i -> map.put("key " + i, value(of[1])));
            return map;
        }
        throw new IllegalArgumentException("add to SampleData: " + kind);
    }

    private Object record(Class<?> kind) {
        depth++;
        try {
            RecordComponent[] components = kind.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            Constructor<?> constructor = kind.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(components)
                            .map(component -> value(component.getGenericType()))
                            .toArray());
        } catch (ReflectiveOperationException refused) {
            throw new IllegalArgumentException("SampleData cannot make " + kind, refused);
        } finally {
            depth--;
        }
    }

    private <T> T oneOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
