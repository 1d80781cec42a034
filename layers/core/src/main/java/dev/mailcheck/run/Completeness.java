package dev.mailcheck.run;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a record that was read from JSON has all its parts: a component that is missing there
 * comes as null, which no code behind expects.
 */
final class Completeness {
    private Completeness() {}

    static boolean isWhole(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Collection<?> list -> list.stream().allMatch(Completeness::isWhole);
            case Map<?, ?> map -> map.values().stream().allMatch(Completeness::isWhole);
            case Optional<?> optional -> optional.map(Completeness::isWhole).orElse(true);
            case Record parts ->
                    Arrays.stream(parts.getClass().getRecordComponents())
                            .allMatch(component -> isWhole(parts, component));
            default -> true;
        };
    }

    private static boolean isWhole(Record parts, RecordComponent component) {
        Object part = part(parts, component);
        boolean mayMiss = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return (part == null && mayMiss) || isWhole(part);
    }

    private static @Nullable Object part(Record parts, RecordComponent component) {
        try {
            component.getAccessor().trySetAccessible();
            return component.getAccessor().invoke(parts);
        } catch (IllegalAccessException | InvocationTargetException bug) {
            throw new IllegalStateException(component.toString(), bug);
        }
    }
}
