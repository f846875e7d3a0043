-- Tandems, proposals, enrolments and ratings are looked for by programme and by person, and foreign keys check them by both.
CREATE INDEX tandem_programme ON tandem (programme_id);
CREATE INDEX tandem_mentor ON tandem (mentor_id);
CREATE INDEX tandem_mentee ON tandem (mentee_id);
CREATE INDEX tandem_category ON tandem (category_id);
CREATE INDEX proposal_programme ON proposal (programme_id);
CREATE INDEX proposal_mentor ON proposal (mentor_id);
CREATE INDEX proposal_mentee ON proposal (mentee_id);
CREATE INDEX enrolment_person ON enrolment (person_id);
CREATE INDEX rating_person ON rating (programme_id, person_id);
