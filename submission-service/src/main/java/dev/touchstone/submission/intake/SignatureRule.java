package dev.touchstone.submission.intake;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.touchstone.submission.ProblemType;
import dev.touchstone.submission.Problems;
import dev.touchstone.submission.Violation;
import dev.touchstone.submission.card.signature.CardVerification;
import dev.touchstone.submission.card.signature.SignatureCheck;
import dev.touchstone.submission.intake.Examination.Examined;
import dev.touchstone.submission.intake.request.RequestReader;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** A signature that does not hold refuses the submission. Without any a card is taken, unless the operator wants one. */
@ApplicationScoped
class SignatureRule {

    private static final String BUNDLE = "/signatureBundle";
    private static final String NOT_SIGNED = "The card is not signed.";

    private final CardVerification verification;
    private final IntakeConfig config;

    SignatureRule(CardVerification verification, IntakeConfig config) {
        this.verification = verification;
        this.config = config;
    }

    Examined apply(String organizationId, Proposal proposal) {
        return switch (verification.check(organizationId, proposal.document(), proposal.request().signatureBundle())) {
            case SignatureCheck.Valid valid -> new Examined.Sound(proposal);
            case SignatureCheck.NotSigned none when config.signatureRequired() -> new Examined.Unsound(problem(
                    ProblemType.SIGNATURE_REQUIRED, new Violation(BUNDLE, "is required, or signatures in the card")));
            case SignatureCheck.NotSigned none -> new Examined.Sound(proposal.warned(List.of(NOT_SIGNED)));
            case SignatureCheck.Refused refused ->
                new Examined.Unsound(problem(type(refused), violation(proposal, refused)));
        };
    }

    private static ProblemType type(SignatureCheck.Refused refused) {
        return switch (refused) {
            case SignatureCheck.Tampered tampered -> ProblemType.CARD_TAMPERED;
            case SignatureCheck.ForeignKey foreign -> ProblemType.SIGNING_KEY_FOREIGN;
            case SignatureCheck.UnregisteredKey unregistered -> ProblemType.SIGNING_KEY_UNREGISTERED;
            case SignatureCheck.RevokedKey revoked -> ProblemType.SIGNING_KEY_REVOKED;
            case SignatureCheck.Malformed malformed -> ProblemType.SIGNATURE_MALFORMED;
        };
    }

    /** A fetched card is no part of the request: its own places go into the text. */
    private static Violation violation(Proposal proposal, SignatureCheck.Refused refused) {
        if (refused.pointer().startsWith(BUNDLE)) {
            return new Violation(refused.pointer(), refused.detail());
        }
        return proposal.request().cardUrl() == null
                ? new Violation(RequestReader.CARD + refused.pointer(), refused.detail())
                : new Violation(RequestReader.CARD_URL, "leads to a card whose " + refused.pointer() + " " + refused.detail());
    }

    private static HttpProblem problem(ProblemType type, Violation violation) {
        return Problems.of(type).with("violations", List.of(violation)).build();
    }
}
