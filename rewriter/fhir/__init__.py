"""FHIR R4, for whoever reads notes from an EHR or writes to one: a note's text, and the shape of what is written."""
