// Generated from schemas/portal/openapi.yaml by scripts/generate-contract.ts. Do not edit.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process runs */
        get: operations["live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Database and queue answer */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/definitions/index.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Current definitions; cached for one minute */
        get: operations["listDefinitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/definitions/{slug}/{effectiveFrom}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One immutable definition, `<sha256>.json`; the client checks the hash of the bytes */
        get: operations["getDefinition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/definitions/parts/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One immutable part a definition names under `parts` (a shared option set, its words, its English, or what no page shows at first); the client checks the hash of the bytes */
        get: operations["getDefinitionPart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communes/{commune}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The competent agency behind a commune code, and how filing may end there */
        get: operations["getCommune"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Top-level redirect to the identity provider (authorisation code + PKCE + nonce) */
        get: operations["startSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Redirect URI registered at the identity provider */
        get: operations["finishSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Exchange the one-time code (60 s, once) for a bearer */
        post: operations["createSession"];
        /** Sign out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the identity provider vouches for (prefill) */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prefill": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What may be filled in for the person who is signed in, from the identity provider, the population database and their own earlier dossiers. Asked for by the person; a POST so that nothing stands in an address; changes no dossier and needs no idempotency key */
        post: operations["prefill"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** tus 1.0.0 creation. Upload-Metadata: documentId, filename, filetype, procedure (slug), commune */
        post: operations["createUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/uploads/{uploadId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uploadId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** tus termination */
        delete: operations["deleteUpload"];
        options?: never;
        /** tus offset */
        head: operations["headUpload"];
        /** tus chunk */
        patch: operations["patchUpload"];
        trace?: never;
    };
    "/v1/uploads/{uploadId}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the server stored, after it checked size and magic bytes */
        get: operations["confirmUpload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My dossiers */
        get: operations["listDossiers"];
        put?: never;
        /** Submit (state 1). The same Idempotency-Key always gives the same answer */
        post: operations["submitDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        /** The tracker */
        get: operations["trackDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{code}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw (state 7) */
        post: operations["withdrawDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{code}/supplement": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer the open supplement request with replacements of exactly the papers it names */
        post: operations["answerSupplement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{code}/intake-slip": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        /** Intake slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả) */
        get: operations["getIntakeSlip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{code}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Payment request for what is owed; 409 `nothing-owed` when the fee is zero or paid */
        post: operations["requestPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{paymentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signed notification of a provider, verified on the raw body; the answer is the provider's own form */
        post: operations["notifyPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{code}/results/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
                fileId: string;
            };
            cookie?: never;
        };
        /** Bytes of a result file */
        get: operations["downloadResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{code}/manifest": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        /** Signed manifest (compact JWS) that binds the dossier code and the file hashes */
        get: operations["getManifest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trust anchors and the certificates entitled to sign for each agency, as the operator configured them */
        get: operations["getTrust"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communes/{commune}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Times that may be booked, by the working calendar and the operator's hours; `booking-not-offered` where the procedure is not booked here */
        get: operations["getSlots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/communes/{commune}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Display of the waiting room: numbers and counters, nothing personal. Answers `If-None-Match` with 304 */
        get: operations["getBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My appointments, latest day first */
        get: operations["listAppointments"];
        put?: never;
        /** Book a time. The same Idempotency-Key never books twice */
        post: operations["bookAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{code}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Another time; where that is taken the appointment stays as it was */
        post: operations["moveAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appointments/{code}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an appointment up; its place is free at once */
        post: operations["cancelAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Appointments and tickets of a day at the officer's office, and who waits in which order */
        get: operations["getQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A number for somebody who came without an appointment; no name is asked for */
        post: operations["giveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/tickets/{code}/{act}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** `arrive`, `call` (to a counter), `recall`, `serve`, `no-show` or `cancel` (who came has gone) */
        post: operations["actOnTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/counters/{counter}/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call whose turn it is at a counter */
        post: operations["callNext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dossiers/{code}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        /** My rating of a dossier, the scale, and until when it may be given */
        get: operations["getRating"];
        put?: never;
        /** Rate one's own ended dossier, or change the rating while that is open */
        post: operations["rateDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My complaints and suggestions, newest first; their words are not in the list */
        get: operations["listFeedback"];
        put?: never;
        /** Send a complaint (phản ánh) or suggestion (kiến nghị); about a dossier it goes to the agency that has it */
        post: operations["sendFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feedback/{feedbackCode}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feedbackCode: components["parameters"]["FeedbackCode"];
            };
            cookie?: never;
        };
        /** My feedback with its whole history */
        get: operations["getFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/feedback/{feedbackCode}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feedbackCode: components["parameters"]["FeedbackCode"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what was asked for, or take it back */
        post: operations["addToFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a commune publishes of its work, a month and the twelve that end with it; without personal data, with an ETag */
        get: operations["getStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Dossiers of the officer's agency */
        get: operations["listWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        /** The dossier with its answers and attachments */
        get: operations["getWork"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers/{code}/intake-slip": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        /** The intake slip as the applicant has it, to print at the desk */
        get: operations["getWorkSlip"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers/{code}/attachments/{uploadId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
                uploadId: string;
            };
            cookie?: never;
        };
        /** Bytes of one attachment */
        get: operations["getAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers/{code}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** One signed step (compact JWS of a StepStatement by the officer's key); refused when the life cycle or the close guard forbids it */
        post: operations["recordStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers/{code}/results": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signed result PDF; stored only when its signature verifies under the gateway's policy */
        post: operations["uploadResult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/feedback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Feedback to the officer's agency */
        get: operations["listAgencyFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/feedback/{feedbackCode}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feedbackCode: components["parameters"]["FeedbackCode"];
            };
            cookie?: never;
        };
        /** Feedback with its sender and history */
        get: operations["getAgencyFeedback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/feedback/{feedbackCode}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feedbackCode: components["parameters"]["FeedbackCode"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take up, ask, answer, refuse or publish; the history only grows */
        post: operations["handleFeedback"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers/{code}/signing": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        /** What would be signed next, with which certificate, and the evidence so far; asks the signing service for the certificate */
        get: operations["getSigning"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers/{code}/signing/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Result PDF that nobody has signed yet; takes the place of the last draft and of what was made of it */
        post: operations["storeDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers/{code}/signing/files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
                fileId: string;
            };
            cookie?: never;
        };
        /** The very bytes that would be signed */
        get: operations["getSigningFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers/{code}/signing/requests": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask the person to confirm on their device; names what the person saw, and is refused with `signing-changed` when it is something else by now */
        post: operations["beginSigning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/officer/dossiers/{code}/signing/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
                id: string;
            };
            cookie?: never;
        };
        /** Where the request stands; asks the service, embeds, verifies and records what has come */
        get: operations["checkSigning"];
        put?: never;
        post?: never;
        /** Cancel; a signature that still comes is dropped */
        delete: operations["cancelSigning"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description urn:motcua:problem:<name> */
            type: string;
            title: string;
            status: number;
            detail?: string;
            instance?: string;
            correlationId: string;
            errors?: {
                pointer: string;
                code: string;
                params?: Record<string, unknown>;
                detail?: string;
            }[];
            /** @description Literal reason codes of a refused close or result */
            reasons?: {
                code: string;
                message: string;
            }[];
        };
        LocalizedText: {
            vi: string;
            en: string;
        };
        DefinitionIndex: {
            /** Format: date-time */
            generatedAt: string;
            definitions: {
                slug: string;
                codes: Record<string, unknown>[];
                /** Format: date */
                effectiveFrom: string;
                effectiveTo: string | null;
                name: components["schemas"]["LocalizedText"];
                /** @enum {unknown} */
                completeness: "complete" | "incomplete";
                endings: ("hand-off" | "submit" | "book-and-appear")[];
                sha256: string;
                path: string;
                /** @description Parts that the first page needs; to be fetched beside the main file */
                firstParts?: string[];
            }[];
        };
        /** @description A form in Vietnamese. Words stand beside their page, group or question, a question says `type` only when it is another than `field` and `required` only when it is not, and an `enum` may be { optionSet, except? }. Parts are named by their SHA-256: shared option sets (Option[], in Vietnamese); in a long form its words ((object | null)[] in the order of pages and items); English ({ words, texts }, texts in the order the Vietnamese ones stand in procedure, own and then shared option sets, '' where they read the same); and what no page shows at first ({ sources, facts, messages, rules }: { source, checkedOn, citation?, title? } in sources, for every object with a `confidence` in procedure, then rules, its row there in facts; messages by pointer and issue code; words of rules by id). Without `parts` it is whole */
        ServedDefinition: {
            /** @constant */
            formatVersion: 1;
            parts?: {
                optionSets: {
                    [key: string]: string;
                };
                words?: string;
                english: string;
                later: string;
            };
            words?: Record<string, unknown>;
            procedure: Record<string, unknown>;
            schema: Record<string, unknown>;
            pages: Record<string, unknown>[];
            rules: Record<string, unknown>[];
            derivations: Record<string, unknown>[];
            optionSets: Record<string, unknown>;
        };
        Commune: {
            code: string;
            /** @description With its kind: "Xã Mỹ Thuận" */
            name: string;
            provinceCode: string;
            provinceName: string;
            agencyCode: string;
            agencyName: string;
            desk: {
                address: string;
                phone: string;
                hours: string;
            };
            /** @description Ending the operator chose per procedure slug */
            endings: {
                [key: string]: "hand-off" | "submit" | "book-and-appear";
            };
        };
        Session: {
            accessToken: string;
            /** Format: date-time */
            expiresAt: string;
            /** @enum {unknown} */
            assuranceLevel: 1 | 2;
            displayName: string;
        };
        /**
         * @description The best first
         * @enum {unknown}
         */
        PrefillSource: "identity-provider" | "population-database" | "earlier-dossier";
        PrefillRequest: {
            procedure: {
                slug: string;
                /** Format: date */
                effectiveFrom: string;
                sha256: string;
            };
            commune: string;
            /** @description Sources that the person agreed to; absent = all */
            sources?: components["schemas"]["PrefillSource"][];
        };
        PrefillAnswer: {
            /** @description Names the request in the records of the gateway and of the population database */
            requestId: string;
            proposals: components["schemas"]["Proposal"][];
            sources: {
                source: components["schemas"]["PrefillSource"];
                /** @enum {unknown} */
                outcome: "found" | "not-found" | "mismatch" | "unavailable" | "assurance-too-low" | "not-needed" | "not-connected";
            }[];
        };
        Proposal: {
            /** @description JSON Pointer of the answer in the payload */
            pointer: string;
            /** @description An answer that the definition takes today */
            value: unknown;
            source: components["schemas"]["PrefillSource"];
            /**
             * Format: date
             * @description Day that the source says it of
             */
            asOf?: string;
            /** @description The definition locks it for this source; submission compares it with what the gateway looked up itself */
            locked: boolean;
            /** @description Proposals with the same word are taken together or not at all */
            together?: string;
        };
        Person: {
            fullName: string;
            birthDate: string;
            personalId: string;
            /** @enum {unknown} */
            sex?: "male" | "female";
            phone?: string;
            email?: string;
            /** @enum {unknown} */
            assuranceLevel: 1 | 2;
        };
        Attachment: {
            documentId: string;
            uploadId: string;
            sha256: string;
        };
        StoredFile: {
            uploadId: string;
            documentId: string;
            name: string;
            mediaType: string;
            bytes: number;
            sha256: string;
        };
        /** @description Somebody who helped at the counter, recorded beside the applicant and never instead. Whose hands operated the form says why: the vulnerable group the applicant belongs to, in free text, since no closed list of such groups is known (UNKNOWN, looked for 2026-11). */
        AssistedBy: {
            kind: components["schemas"]["HelperKind"];
            /** @constant */
            mode: "guided";
        } | {
            kind: components["schemas"]["HelperKind"];
            /** @constant */
            mode: "operated";
            reason: string;
        };
        /** @enum {unknown} */
        HelperKind: "officer" | "youth-volunteer" | "relative";
        Submission: {
            procedure: {
                slug: string;
                /** Format: date */
                effectiveFrom: string;
                sha256: string;
            };
            commune: string;
            /** @description The payload of project() */
            answers: Record<string, unknown>;
            attachments: components["schemas"]["Attachment"][];
            assistedBy?: components["schemas"]["AssistedBy"];
            /** @enum {unknown} */
            locale: "vi" | "en";
        };
        Fee: {
            amountVnd: number;
            /** @enum {unknown} */
            state: "none" | "owed" | "partial" | "paid" | "over" | "refund-due";
            lines: {
                id: string;
                name: components["schemas"]["LocalizedText"];
                /** @enum {unknown} */
                kind?: "phi" | "lePhi";
                amountVnd: number;
                legalBasis: string;
            }[];
        };
        Acknowledgement: {
            code: string;
            supportCode: string;
            /** @constant */
            state: 1;
            /** Format: date-time */
            submittedAt: string;
            fee: components["schemas"]["Fee"];
        };
        /** @description National list TrangThaiHoSo */
        State: number;
        DossierSummary: {
            code: string;
            slug: string;
            procedureCode: string;
            procedureName: components["schemas"]["LocalizedText"];
            state: components["schemas"]["State"];
            /** Format: date-time */
            submittedAt: string;
            /** Format: date-time */
            dueAt?: string | null;
            late?: boolean;
        };
        Step: {
            /** @description submitted, paid, receive, refuse, request-supplement, supplement-answered, process, request-payment, stop, finish, return, withdrawn */
            kind: string;
            /** Format: date-time */
            at: string;
            state: components["schemas"]["State"];
            by: {
                /** @enum {unknown} */
                role: "citizen" | "officer" | "system";
                name: string;
            };
            note?: string;
            /** @enum {unknown} */
            sealed?: "officer-signature" | "system-seal";
        };
        Supplement: {
            /** @description Only these papers may be replaced */
            documents: string[];
            note: string;
            /** Format: date-time */
            requestedAt: string;
            /** Format: date-time */
            answeredAt?: string;
        };
        ResultFile: {
            fileId: string;
            name: string;
            sha256: string;
            bytes: number;
            signedBy?: string;
            /** Format: date-time */
            signedAt?: string;
        };
        SigningFile: {
            fileId: string;
            name: string;
            sha256: string;
            bytes: number;
            pages: number;
            /** @enum {unknown} */
            stage: "draft" | "signed" | "issued";
        };
        /** @description The certificate at the signing service; numbers in names are masked. It can be used when there is no objection. */
        SigningCertificate: {
            subject: string;
            organisation?: string;
            issuer: string;
            /** Format: date-time */
            notBefore: string;
            /** Format: date-time */
            notAfter: string;
            /** @description Hex SHA-256 of the certificate */
            thumbprint: string;
            objections: ("expired" | "not-yet-valid" | "not-for-signing" | "weak" | "key-mismatch" | "not-entitled")[];
        };
        /** @description Approval by the competent person (their own signed word), signing and issuing (seals of the system) */
        SigningEvidence: {
            /** @enum {unknown} */
            act: "approve" | "sign" | "issue";
            /** Format: date-time */
            at: string;
            by: string;
            certificate: string;
            /** @description The file it was done to */
            sha256: string;
            jws: string;
        };
        /** @description What the person saw */
        SigningOrder: {
            /** @enum {unknown} */
            act: "sign" | "issue";
            fileId: string;
            sha256: string;
            certificate: string;
        };
        SigningRequest: {
            id: string;
            /** @description Which request for this act of this dossier it is, from 1; it stands in what the person reads on their device */
            number: number;
            /** @enum {unknown} */
            act: "sign" | "issue";
            /** @enum {unknown} */
            state: "preparing" | "waiting" | "embedding" | "verified" | "recorded" | "refused" | "expired" | "cancelled" | "failed" | "changed";
            fileId: string;
            sha256: string;
            /** @description Thumbprint */
            certificate: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** @description By the gateway's clock */
            secondsLeft: number;
            /** @description Do not ask again sooner */
            pollSeconds: number;
            /** @description Begun by the person who asks */
            mine: boolean;
            /** @description Number of a cancelled request that the person confirmed on their device while this one waits; that signature was dropped */
            confirmedInstead?: number;
            /** @enum {unknown} */
            failure?: "service-unreachable" | "service-refused" | "service-failed" | "interrupted" | "signature-mismatch" | "not-verified" | "file-changed" | "dossier-changed" | "file-used";
            result?: {
                fileId: string;
                sha256: string;
            };
        };
        Signing: {
            dossier: {
                code: string;
                procedureCode: string;
                procedureName: components["schemas"]["LocalizedText"];
                agencyCode: string;
                agencyName: string;
            };
            /** @enum {unknown} */
            next: "sign" | "issue" | null;
            /** @enum {unknown} */
            issuing: "required" | "none";
            file?: components["schemas"]["SigningFile"];
            /**
             * @description Why the person who asks cannot go on now
             * @enum {unknown}
             */
            hindrance?: "no-file" | "done" | "dossier-closed" | "no-key" | "act-not-yours" | "service-unavailable" | "certificate-unfit";
            certificate?: components["schemas"]["SigningCertificate"];
            evidence: components["schemas"]["SigningEvidence"][];
            /** @description The open request */
            request?: components["schemas"]["SigningRequest"];
        };
        Dossier: components["schemas"]["DossierSummary"] & {
            commune: string;
            agencyName: string;
            fee: components["schemas"]["Fee"];
            payment?: components["schemas"]["PaymentRequest"];
            steps: components["schemas"]["Step"][];
            supplement?: components["schemas"]["Supplement"];
            results: components["schemas"]["ResultFile"][];
            attachments: components["schemas"]["StoredFile"][];
            lateReason: string | null;
            /** @description As it stands under the seal of the first step */
            assistedBy?: components["schemas"]["AssistedBy"];
            definition?: {
                slug: string;
                effectiveFrom: string;
                sha256: string;
            };
        };
        OfficerDossier: components["schemas"]["Dossier"] & {
            answers: Record<string, unknown>;
            /** @description Hex SHA-256 of the last step in the log; the next statement names it as `prev` */
            lastStepHash: string;
            allowedSteps: string[];
        };
        /** @description Levels from best to worst; the full national scale is UNKNOWN, so each operator's comes with its source and confidence */
        RatingScale: {
            levels: {
                id: string;
                name: components["schemas"]["LocalizedText"];
                /** @enum {unknown} */
                counts: "satisfied" | "neutral" | "dissatisfied";
            }[];
            reasons: {
                id: string;
                name: components["schemas"]["LocalizedText"];
            }[];
            source: string;
            checkedOn: string;
            /** @enum {unknown} */
            confidence: "CONFIRMED" | "INFERRED" | "UNKNOWN";
            note?: string;
        };
        NewRating: {
            level: string;
            reasons?: string[];
            comment?: string;
        };
        DossierRating: {
            dossier: string;
            scale: components["schemas"]["RatingScale"];
            maxLength: number;
            isOpen: boolean;
            /**
             * Format: date-time
             * @description null while the dossier goes on
             */
            openUntil: string | null;
            rating: null | {
                level: string;
                reasons: string[];
                comment?: string;
                /** Format: date-time */
                ratedAt: string;
                /** Format: date-time */
                changedAt: string;
            };
        };
        /** @enum {unknown} */
        FeedbackKind: "complaint" | "suggestion";
        /** @enum {unknown} */
        FeedbackState: "received" | "in-progress" | "more-asked" | "answered" | "published" | "refused" | "withdrawn";
        /** @enum {unknown} */
        FeedbackActKind: "sent" | "accept" | "ask" | "supply" | "answer" | "refuse" | "publish" | "withdraw";
        /** @description `dossier`, or else `commune`, says who answers; `words` are of `minLength` to `maxLength` characters of the FeedbackList */
        NewFeedback: {
            kind: components["schemas"]["FeedbackKind"];
            words: string;
            dossier?: string;
            commune?: string;
        };
        FeedbackSummary: {
            code: string;
            kind: components["schemas"]["FeedbackKind"];
            state: components["schemas"]["FeedbackState"];
            dossier: string | null;
            agencyName: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            refuseBy: string | null;
            /** Format: date-time */
            askBy: string | null;
            /**
             * Format: date-time
             * @description null where the working calendar knows no day that far ahead
             */
            handleBy: string | null;
            /** Format: date-time */
            publishBy: string | null;
            /** Format: date-time */
            handledAt: string | null;
            late: boolean;
            actCount: number;
        };
        FeedbackList: {
            feedback: components["schemas"]["FeedbackSummary"][];
            /** @description fewest characters of a new complaint or suggestion */
            minLength: number;
            maxLength: number;
        };
        Feedback: components["schemas"]["FeedbackSummary"] & {
            acts: {
                kind: components["schemas"]["FeedbackActKind"];
                /** Format: date-time */
                at: string;
                by: {
                    /** @enum {unknown} */
                    role: "citizen" | "officer";
                    name: string;
                };
                words?: string;
            }[];
            allowedActs: components["schemas"]["FeedbackActKind"][];
        };
        OfficerFeedback: components["schemas"]["Feedback"] & {
            sender: string;
        };
        /** @description `small`: below the threshold; `linked`: withheld because a small number would follow from it */
        Figure: {
            value: number | null;
            /** @enum {unknown} */
            state: "shown" | "small" | "linked" | "not-measured";
        };
        /** @description `none`: nothing to take a share of */
        ShareFigure: {
            numerator: number | null;
            denominator: number | null;
            /** @description Two decimals */
            percent: number | null;
            /** @description Said where the share itself is withheld */
            atLeastPercent?: number;
            /** @enum {unknown} */
            state: "shown" | "none" | "small" | "linked" | "not-measured";
        };
        MonthStatistics: {
            month: string;
            /**
             * @description Counted by this gateway
             * @enum {unknown}
             */
            origin: "records" | "earlier";
            source?: components["schemas"]["LocalizedText"];
            isOver: boolean;
            /** Format: date-time */
            measuredAt: string;
            counts: {
                [key: string]: components["schemas"]["Figure"];
            };
            shares: {
                [key: string]: components["schemas"]["ShareFigure"];
            };
            ratings: {
                level: string;
                value: number | null;
                /** @enum {unknown} */
                state: "shown" | "small" | "linked" | "not-measured";
            }[];
        };
        Statistics: {
            commune: string;
            communeName: string;
            agencyName: string;
            month: string;
            /** @description Months that can be asked for */
            available: string[];
            /** @description Smaller numbers than this are withheld */
            smallNumberBelow: number;
            notice?: components["schemas"]["LocalizedText"];
            /** @description Twelve at most, oldest first; the last is the one that was asked for */
            months: components["schemas"]["MonthStatistics"][];
            scale: components["schemas"]["RatingScale"];
            /** @description What the national index weighs; no score is computed */
            index: {
                name: components["schemas"]["LocalizedText"];
                citation: string;
                source: string;
                checkedOn: string;
                /** @enum {unknown} */
                confidence: "CONFIRMED" | "INFERRED" | "UNKNOWN";
                groups: {
                    id: string;
                    name: components["schemas"]["LocalizedText"];
                    maxPoints: number;
                }[];
            };
        };
        IntakeSlip: {
            number: string;
            code: string;
            agencyName: string;
            procedureName: string;
            submitter: string;
            documents: string[];
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            dueAt: string;
            /** @description Why: "received after 15:00, next working day" */
            dueNote?: string;
            receivedBy: string;
        };
        PaymentRequest: {
            id: string;
            provider: string;
            amountVnd: number;
            /** @constant */
            currency: "VND";
            account: {
                bin: string;
                bankName: string;
                number: string;
                holder: string;
            };
            /** @description Transfer text to match on; ASCII letters and digits */
            reference: string;
            qrPayload: string;
            /** @enum {unknown} */
            state: "pending" | "partial" | "paid" | "over" | "expired" | "refund-due";
            paidVnd?: number;
            /** Format: date-time */
            expiresAt: string;
            receipt?: {
                number: string;
                /** Format: date-time */
                issuedAt: string;
                amountVnd: number;
                payer: string;
                transactionId?: string;
            };
        };
        Trust: {
            anchors: {
                name: string;
                /** @description Base64 DER */
                certificate: string;
                /** @enum {unknown} */
                domain?: "public-service" | "public" | "test";
            }[];
            agencies: {
                agencyCode: string;
                name: string;
                /** @description Certificates (Base64 DER) entitled to sign steps, results and manifests for this agency */
                certificates: string[];
            }[];
        };
        /** @description HH:mm in Asia/Ho_Chi_Minh */
        TimeOfDay: string;
        FreeTime: {
            /** Format: date */
            date: string;
            time: components["schemas"]["TimeOfDay"];
        };
        Counter: {
            id: string;
            name: components["schemas"]["LocalizedText"];
        };
        Slots: {
            commune: string;
            /** @description Slug */
            procedure: string;
            slotMinutes: number;
            days: components["schemas"]["SlotDay"][];
            /**
             * Format: date
             * @description As far ahead as one may book
             */
            lastDay: string;
            /** @description The first free time on or after `from` */
            nextFree: components["schemas"]["FreeTime"] | null;
        };
        SlotDay: {
            /** Format: date */
            date: string;
            /**
             * @description not-known: the days off of that year are not announced yet
             * @enum {unknown}
             */
            closed?: "day-off" | "not-known";
            times: {
                time: components["schemas"]["TimeOfDay"];
                free: number;
            }[];
        };
        /** @enum {unknown} */
        TicketState: "booked" | "arrived" | "called" | "served" | "no-show" | "cancelled";
        Appointment: {
            /** @description Short, to be said at the desk; no secret */
            code: string;
            /** @description Number of the day */
            ticket: string;
            commune: string;
            /** @description Slug */
            procedure: string;
            procedureName: components["schemas"]["LocalizedText"];
            /** Format: date */
            date: string;
            time: components["schemas"]["TimeOfDay"];
            /** Format: date-time */
            startsAt: string;
            /**
             * Format: date-time
             * @description Absent where the operator receives by appointment no more
             */
            endsAt?: string;
            counter: components["schemas"]["Counter"];
            agencyName: string;
            desk?: {
                address: string;
                phone: string;
                hours: string;
            };
            state: components["schemas"]["TicketState"];
            allowed: ("move" | "cancel")[];
        };
        Ticket: {
            code: string;
            ticket: string;
            /** @enum {unknown} */
            kind: "booked" | "walk-in";
            procedure: string | null;
            procedureName: components["schemas"]["LocalizedText"] | null;
            /** @description Of who booked */
            name: string | null;
            /** Format: date */
            date: string;
            time: components["schemas"]["TimeOfDay"] | null;
            counter: components["schemas"]["Counter"] | null;
            state: components["schemas"]["TicketState"];
            priority: string | null;
            calls: number;
            /** Format: date-time */
            arrivedAt: string | null;
            /** Format: date-time */
            calledAt: string | null;
            allowed: ("cancel" | "arrive" | "call" | "recall" | "serve" | "no-show")[];
        };
        Queue: {
            commune: string;
            /** Format: date */
            date: string;
            counters: components["schemas"]["Counter"][];
            priorityGroups: components["schemas"]["Counter"][];
            /** @description Codes in the order in which they are called */
            waiting: string[];
            tickets: components["schemas"]["Ticket"][];
        };
        Board: {
            commune: string;
            /** Format: date */
            date: string;
            /** @description Latest first */
            calls: {
                ticket: string;
                counter: components["schemas"]["Counter"];
                /** @description How often this number has been called */
                calls: number;
                /** Format: date-time */
                calledAt: string;
            }[];
            next: string[];
            waiting: number;
        };
    };
    responses: {
        /** @description Problem */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description State of the service */
        Health: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    status: "ok";
                };
            };
        };
    };
    parameters: {
        IdempotencyKey: string;
        FeedbackCode: string;
        DossierCode: string;
        Commune: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Health"];
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["Health"];
            503: components["responses"]["Problem"];
        };
    };
    listDefinitions: {
        parameters: {
            query?: {
                /** @description Calendar day; default today in Asia/Ho_Chi_Minh */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Index */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DefinitionIndex"];
                };
            };
        };
    };
    getDefinition: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                effectiveFrom: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Definition (Cache-Control: immutable) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServedDefinition"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    getDefinitionPart: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Part (Cache-Control: immutable) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    getCommune: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commune: components["parameters"]["Commune"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Commune */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commune"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    startSignIn: {
        parameters: {
            query: {
                /** @description Page on an allowed origin */
                return_to: string;
                /** @description S256 challenge of a verifier the page keeps; binds the one-time code to that page */
                code_challenge: string;
                state: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the identity provider; afterwards back to `return_to#motcua_code=…&motcua_state=…` or `#motcua_error=<code>&motcua_state=…` */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
        };
    };
    finishSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back to the page */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    code: string;
                    codeVerifier: string;
                };
            };
        };
        responses: {
            /** @description Session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Problem"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Person"];
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    prefill: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrefillRequest"];
            };
        };
        responses: {
            /** @description One proposal for each question at most. A source that does not answer is an outcome, never a failure */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PrefillAnswer"];
                };
            };
            401: components["responses"]["Problem"];
            /** @description `commune-unknown`, `commune-not-served` or `procedure-unknown` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `definition-changed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too-many-look-ups` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created; Location: /v1/uploads/{id} */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            413: components["responses"]["Problem"];
        };
    };
    deleteUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    headUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Upload-Offset, Upload-Length */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    patchUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Upload-Offset */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            415: components["responses"]["Problem"];
        };
    };
    confirmUpload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stored file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredFile"];
                };
            };
            409: components["responses"]["Problem"];
            415: components["responses"]["Problem"];
        };
    };
    listDossiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dossiers: components["schemas"]["DossierSummary"][];
                    };
                };
            };
        };
    };
    submitDossier: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Submission"];
            };
        };
        responses: {
            /** @description Acknowledgement with the reserved dossier code */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Acknowledgement"];
                };
            };
            401: components["responses"]["Problem"];
            /** @description `definition-changed`, `idempotency-key-reused` or `submission-in-progress` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid-answers`, `missing-document`, `document-not-in-list`, `ending-not-allowed` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    trackDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dossier */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    withdrawDossier: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dossier */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            409: components["responses"]["Problem"];
        };
    };
    answerSupplement: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    attachments: components["schemas"]["Attachment"][];
                };
            };
        };
        responses: {
            /** @description Dossier */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    getIntakeSlip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Slip */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeSlip"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    requestPayment: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Payment request */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRequest"];
                };
            };
            409: components["responses"]["Problem"];
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Payment request with its state and receipt */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentRequest"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    notifyPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": Record<string, unknown>;
            };
        };
        responses: {
            /** @description Recorded or already recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
        };
    };
    downloadResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PDF */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    getManifest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Manifest */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        manifest: string;
                    };
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    getTrust: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Trust */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trust"];
                };
            };
        };
    };
    getSlots: {
        parameters: {
            query: {
                /** @description Slug or code */
                procedure: string;
                /** @description Calendar day; default today in Asia/Ho_Chi_Minh */
                from?: string;
                /** @description Calendar day, at most 31 days in all; default a week */
                to?: string;
            };
            header?: never;
            path: {
                commune: components["parameters"]["Commune"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Slots */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slots"];
                };
            };
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    getBoard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                commune: components["parameters"]["Commune"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Board */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem"];
        };
    };
    listAppointments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        appointments: components["schemas"]["Appointment"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    bookAppointment: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    commune: string;
                    /** @description Slug */
                    procedure: string;
                    /** Format: date */
                    date: string;
                    time: components["schemas"]["TimeOfDay"];
                };
            };
        };
        responses: {
            /** @description Appointment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            /** @description `slot-taken` (with `nextFree`), `slot-closed`, `too-many-appointments` or `too-many-bookings` (with `limit`), or `idempotency-key-reused` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveAppointment: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date */
                    date: string;
                    time: components["schemas"]["TimeOfDay"];
                };
            };
        };
        responses: {
            /** @description Appointment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            404: components["responses"]["Problem"];
            /** @description `slot-taken`, `slot-closed` or `appointment-not-changeable` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelAppointment: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Appointment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    getQueue: {
        parameters: {
            query?: {
                /** @description Calendar day; default today in Asia/Ho_Chi_Minh */
                date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Queue"];
                };
            };
            400: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    giveTicket: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Slug or code; absent = any counter */
                    procedure?: string;
                    /** @description A priority group that the operator has set */
                    priority?: string;
                };
            };
        };
        responses: {
            /** @description Ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            400: components["responses"]["Problem"];
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    actOnTicket: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: string;
                act: "arrive" | "call" | "recall" | "serve" | "no-show" | "cancel";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description With `call` */
                    counter?: string;
                    /** @description With `arrive` */
                    priority?: string;
                };
            };
        };
        responses: {
            /** @description Ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            /** @description `ticket-step-not-allowed`, `ticket-of-another-day` or `counter-busy` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    callNext: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                counter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            /** @description `counter-busy` or `queue-empty` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rating */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierRating"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    rateDossier: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRating"];
            };
        };
        responses: {
            /** @description Rating */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierRating"];
                };
            };
            /** @description `rating-not-open` or `rating-closed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    listFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FeedbackList"];
                };
            };
        };
    };
    sendFeedback: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewFeedback"];
            };
        };
        responses: {
            /** @description Feedback */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            404: components["responses"]["Problem"];
            /** @description `too-many-feedback` or `idempotency-key-reused` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `text-missing` or `text-too-long` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feedbackCode: components["parameters"]["FeedbackCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Feedback */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    addToFeedback: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                feedbackCode: components["parameters"]["FeedbackCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    kind: "supply" | "withdraw";
                    words?: string;
                    after?: number;
                };
            };
        };
        responses: {
            /** @description Feedback */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Feedback"];
                };
            };
            /** @description `feedback-act-not-allowed` or `feedback-moved-on` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatistics: {
        parameters: {
            query: {
                commune: string;
                /** @description YYYY-MM; default the present month in Asia/Ho_Chi_Minh */
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Figures (Cache-Control: public) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description Nothing has changed */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
        };
    };
    listWork: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dossiers: components["schemas"]["DossierSummary"][];
                    };
                };
            };
            403: components["responses"]["Problem"];
        };
    };
    getWork: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dossier */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficerDossier"];
                };
            };
            403: components["responses"]["Problem"];
        };
    };
    getWorkSlip: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Slip */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntakeSlip"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    getAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
                uploadId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
        };
    };
    recordStep: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Compact JWS */
                    step: string;
                    /** @description Compact JWS; required with step kind `finish` */
                    manifest?: string;
                };
            };
        };
        responses: {
            /** @description Dossier */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficerDossier"];
                };
            };
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            /** @description `close-refused` with `reasons` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
            };
        };
        responses: {
            /** @description Stored result */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResultFile"];
                };
            };
            /** @description `result-refused` with `reasons` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAgencyFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        feedback: components["schemas"]["FeedbackSummary"][];
                    };
                };
            };
            403: components["responses"]["Problem"];
        };
    };
    getAgencyFeedback: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                feedbackCode: components["parameters"]["FeedbackCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Feedback */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficerFeedback"];
                };
            };
            403: components["responses"]["Problem"];
        };
    };
    handleFeedback: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                feedbackCode: components["parameters"]["FeedbackCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    kind: "accept" | "ask" | "answer" | "refuse" | "publish";
                    /** @description For all but accept */
                    words?: string;
                    /** @description How many acts the officer had before them */
                    after?: number;
                };
            };
        };
        responses: {
            /** @description Feedback */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficerFeedback"];
                };
            };
            /** @description `feedback-act-not-allowed` or `feedback-moved-on` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSigning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Signing"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    storeDraft: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pdf": string;
            };
        };
        responses: {
            /** @description Stored draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningFile"];
                };
            };
            /** @description `signing-in-progress` (with `requestId`) or `step-not-allowed` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `draft-refused` with `reasons` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSigningFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
                fileId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bytes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    beginSigning: {
        parameters: {
            query?: never;
            header: {
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                code: components["parameters"]["DossierCode"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SigningOrder"];
            };
        };
        responses: {
            /** @description Request */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningRequest"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            /** @description `signing-changed` (with `reasons`), `signing-in-progress` (with `requestId`), `step-not-allowed` or `idempotency-key-reused` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Problem"];
            /** @description `signing-service-unavailable` */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkSigning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningRequest"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    cancelSigning: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: components["parameters"]["DossierCode"];
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SigningRequest"];
                };
            };
            403: components["responses"]["Problem"];
        };
    };
}
