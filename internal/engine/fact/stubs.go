package fact

func (r *Reading) patterns()     {}
func (r *Reading) artifacts()    {}
func (r *Reading) tradeoffs()    {}
func (r *Reading) ownership()    {}
func (r *Reading) outcomes()     {}
func (r *Reading) place()        {}

