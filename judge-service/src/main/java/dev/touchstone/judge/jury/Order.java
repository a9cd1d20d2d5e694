package dev.touchstone.judge.jury;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** In which order a model is shown the material; a fair one says the same in both. */
public enum Order {
    ANSWER_LAST("answer-last"),
    ANSWER_FIRST("answer-first");

    private final String key;

    Order(String key) {
        this.key = key;
    }

    @JsonValue
    public String key() {
        return key;
    }

    @JsonCreator
    static Order of(String key) {
        for (Order order : values()) {
            if (order.key.equals(key)) {
                return order;
            }
        }
        throw new IllegalArgumentException("There is no order '" + key + "'");
    }
}
