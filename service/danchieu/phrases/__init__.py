"""Small printed forms that several rooms read: dates, codes, figures, agencies."""
