package dev.touchstone.submission.intake;

/** Requests and answers as they go over the wire, for the description of the API. Tests send and compare them. */
final class SubmitExamples {

    static final String REQUEST = """
            {
              "agentId": "trip-planner",
              "revision": "1.2.0",
              "cardDocument": {
                "name": "Trip planner",
                "description": "Plans trips by rail",
                "version": "1.2.0",
                "supportedInterfaces": [
                  {"url": "https://agent.example/a2a", "protocolBinding": "JSONRPC", "protocolVersion": "1.0"}
                ],
                "capabilities": {"streaming": false},
                "defaultInputModes": ["text/plain"],
                "defaultOutputModes": ["text/plain"],
                "skills": [
                  {"id": "plan-trip", "name": "Plan a trip", "description": "Finds trains and hotels", "tags": ["travel"]}
                ]
              },
              "endpointManifest": {
                "paths": {"/trips": {"post": {"operationId": "planTrip", "summary": "Plan a trip"}}}
              },
              "organization": {"organizationId": "makers", "name": "Makers", "contactEmail": "agents@makers.example"},
              "telemetry": {
                "wandb": {"runId": "ci-4711", "project": "agent-reviews", "entity": "makers"},
                "llmJudge": {"enabled": true, "provider": "openai", "model": "gpt-4.1", "temperature": 0,
                             "maxOutputTokens": 2048, "dryRun": false}
              },
              "provenance": {"repository": "https://git.example/trip-planner", "branch": "main",
                             "commit": "0123abcdef", "pullRequest": "7"}
            }""";

    static final String BY_URL = """
            {"agentId": "trip-planner", "cardUrl": "https://agent.example/.well-known/agent-card.json"}""";

    private static final String RECEIPT = """
              "state": "in_review",
              "agentId": "trip-planner",
              "revision": "1.2.0",
              "wandbRun": {
                "entity": "makers",
                "project": "agent-reviews",
                "runId": "ci-4711",
                "baseUrl": "https://wandb.ai",
                "url": "https://wandb.ai/makers/agent-reviews/runs/ci-4711",
                "state": "unknown"
              },
              "warnings": [],
              "links": {
                "self": "https://touchstone.example/api/v1/submissions/0198c0de-0000-4000-8000-000000000001",
                "progress": "https://touchstone.example/api/v1/submissions/0198c0de-0000-4000-8000-000000000001/progress",
                "review": "https://review.touchstone.example/submissions/0198c0de-0000-4000-8000-000000000001",
                "card": "https://touchstone.example/api/v1/submissions/0198c0de-0000-4000-8000-000000000001/card"
              }
            }""";

    static final String ACCEPTED = """
            {
              "submissionId": "0198c0de-0000-4000-8000-000000000001",
            """ + RECEIPT;

    static final String REPEATED = """
            {
              "submissionId": "0198c0de-0000-4000-8000-000000000001",
              "duplicateOf": "0198c0de-0000-4000-8000-000000000001",
            """ + RECEIPT;

    static final String TRIED = """
            {
              "wouldBeAccepted": true,
              "agentId": "trip-planner",
              "revision": "1.2.0",
              "snapshotDigest": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "problems": [],
              "warnings": ["The endpoint could not be vetted now; the precheck will do so."]
            }""";

    static final String INVALID = """
            {
              "type": "urn:touchstone:problem:invalid-submission",
              "status": 422,
              "title": "The submission is not valid",
              "instance": "/api/v1/submissions",
              "violations": [
                {"pointer": "/agentId", "detail": "is required"},
                {"pointer": "/telemetry/llmJudge/temperature", "detail": "must be a number from 0 to 2"}
              ]
            }""";

    static final String TRIED_IN_VAIN = """
            {
              "wouldBeAccepted": false,
              "problems": [
                {
                  "type": "urn:touchstone:problem:invalid-submission",
                  "status": 422,
                  "title": "The submission is not valid",
                  "violations": [{"pointer": "/agentId", "detail": "is required"}]
                }
              ],
              "warnings": []
            }""";

    static final String KEY_MALFORMED = """
            {
              "type": "urn:touchstone:problem:idempotency-key-malformed",
              "status": 400,
              "title": "The Idempotency-Key is malformed",
              "detail": "An Idempotency-Key is one string of 1 to 255 printable ASCII characters in double quotes, as \\"8e03978e-40d5\\".",
              "instance": "/api/v1/submissions"
            }""";

    static final String DUPLICATE = """
            {
              "type": "urn:touchstone:problem:duplicate-in-review",
              "status": 409,
              "title": "The same is in review already",
              "detail": "The same card and manifest of this agent are in review. Follow that review, or cancel it first.",
              "instance": "/api/v1/submissions",
              "duplicateOf": "0198c0de-0000-4000-8000-000000000001",
              "links": {"submission": "https://touchstone.example/api/v1/submissions/0198c0de-0000-4000-8000-000000000001"}
            }""";

    static final String TOO_LARGE = """
            {
              "type": "urn:touchstone:problem:request-too-large",
              "status": 413,
              "title": "The request is too large",
              "detail": "A submission may have at most 1048576 bytes.",
              "instance": "/api/v1/submissions"
            }""";

    static final String MEDIA_TYPE = """
            {
              "type": "urn:touchstone:problem:unsupported-media-type",
              "status": 415,
              "title": "The body has another media type than is read here",
              "detail": "Send application/json in UTF-8, or for a submission multipart/form-data.",
              "instance": "/api/v1/submissions"
            }""";

    static final String KEY_REUSED = """
            {
              "type": "urn:touchstone:problem:idempotency-key-reused",
              "status": 422,
              "title": "The Idempotency-Key belongs to another request",
              "detail": "A request with the same key had another body. Use a new key for a new submission.",
              "instance": "/api/v1/submissions"
            }""";

    static final String CARD_UNAVAILABLE = """
            {
              "type": "urn:touchstone:problem:card-unavailable",
              "status": 503,
              "title": "The card cannot be fetched at the moment",
              "detail": "What fetches cards does not answer, which says nothing about this one. Try again, or send it as cardDocument.",
              "instance": "/api/v1/submissions"
            }""";

    private SubmitExamples() {
    }
}
