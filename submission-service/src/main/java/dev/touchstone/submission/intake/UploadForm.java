package dev.touchstone.submission.intake;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import dev.touchstone.submission.SignatureBundle;
import dev.touchstone.submission.intake.request.SubmissionRequest;

/** The parts of an upload, for the description of the API only. */
@Schema(name = "SubmissionUpload", requiredProperties = "submission")
record UploadForm(
        @Schema(description = "As a JSON request, without what comes in the other parts") SubmissionRequest submission,
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT, description = "The cardDocument, as a JSON file") @Nullable Object card,
        @Schema(description = "The signatureBundle, as a JSON file") @Nullable SignatureBundle signature) {
}
