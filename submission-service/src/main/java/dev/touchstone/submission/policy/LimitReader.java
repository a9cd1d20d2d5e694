package dev.touchstone.submission.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonPointer;

import dev.touchstone.events.Stage;
import dev.touchstone.submission.Members;

/** Reads the limits of a policy document. */
final class LimitReader {

    private static final int MOST = 50;
    /** Stages whose findings there are when the policy rules. */
    private static final Pattern STAGE = Pattern.compile("precheck|security|functional|judge");
    /** RFC 6901, without what nobody names a figure. */
    private static final Pattern FIGURE = Pattern.compile("(/[A-Za-z0-9_.-]{1,64}){1,8}");
    private static final Pattern CONSEQUENCE = Pattern.compile("ask|reject");

    private LimitReader() {
    }

    static List<Limit> read(Members policy) {
        List<Limit> limits = new ArrayList<>();
        for (Members limit : policy.objects("limits", MOST)) {
            limit.require("stage");
            limit.require("figure");
            Optional<String> stage = limit.matching("stage", STAGE, "precheck, security, functional or judge");
            Optional<String> figure = limit.matching("figure", FIGURE,
                    "a JSON pointer into the stage's summary, as /byLanguage/ja/refusalRate");
            Optional<Double> atLeast = limit.number("atLeast", -Double.MAX_VALUE, Double.MAX_VALUE);
            Optional<Double> atMost = limit.number("atMost", -Double.MAX_VALUE, Double.MAX_VALUE);
            Consequence consequence = limit.matching("consequence", CONSEQUENCE, "ask or reject")
                    .filter(Consequence.REJECT.key()::equals).map(word -> Consequence.REJECT).orElse(Consequence.ASK);
            limit.refuseOthers();
            if (requireRange(limit, atLeast, atMost) && stage.isPresent() && figure.isPresent()) {
                limits.add(new Limit(Stage.of(stage.get()), JsonPointer.compile(figure.get()), atLeast.orElse(null),
                        atMost.orElse(null), consequence));
            }
        }
        return limits;
    }

    private static boolean requireRange(Members limit, Optional<Double> atLeast, Optional<Double> atMost) {
        if (atLeast.isEmpty() && atMost.isEmpty()) {
            limit.fault("atLeast", "or atMost is required");
            return false;
        }
        if (atLeast.isPresent() && atMost.isPresent() && atLeast.get() > atMost.get()) {
            limit.fault("atLeast", "must not be greater than atMost");
            return false;
        }
        return true;
    }
}
