"""Phase 1, aanmelding: who asks for a conference, the talk, the yes."""
