package dev.touchstone.events.codec;

import java.lang.reflect.RecordComponent;
import java.util.Collection;

import org.jspecify.annotations.Nullable;

/**
 * Jackson leaves an absent member null, at any depth; what the contract does not mark as nullable must be there. The
 * records' own annotations are the list, so that it cannot differ from the types.
 */
final class Completeness {

    private Completeness() {
    }

    /**
     * @param path of the value, for the message
     * @throws MissingMember naming the first member that is not there
     */
    static <T> T require(T value, String path) {
        check(value, path);
        return value;
    }

    private static void check(Object value, String path) {
        switch (value) {
            case Record composed -> checkComponents(composed, path.isEmpty() ? "" : path + ".");
            case Collection<?> items -> items.forEach(item -> check(item, path + "[]"));
            default -> {
                // Text, numbers, maps and JSON are complete as they are.
            }
        }
    }

    private static void checkComponents(Record composed, String prefix) {
        for (RecordComponent component : composed.getClass().getRecordComponents()) {
            Object value = valueOf(component, composed);
            String path = prefix + component.getName();
            if (value != null) {
                check(value, path);
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new MissingMember(path);
            }
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record composed) {
        try {
            return component.getAccessor().invoke(composed);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A record's accessor is public and does not throw", impossible);
        }
    }
}
